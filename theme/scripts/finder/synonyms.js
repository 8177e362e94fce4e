import { stemOf, wordsOf } from "./terms.js";

// What teachers call the same thing. One line is one meaning; a word may stand in several. General
// words of schools, not of any one move: the moves' own keywords carry the rest.
const MEANINGS = `
  reward prize candy sticker treat incentive bribe points token
  laptop chromebook device computer tablet ipad technology tech screen digital
  phone cellphone device screen distraction
  distraction distracted offtask focus attention
  app software program tool platform technology
  choose select pick
  create make build design
  internet online web digital virtual
  video recording film screencast
  podcast audio recording
  desk seat seating chair table furniture layout arrangement space
  arrangement arrange layout setup space
  corner nook zone area space
  wall poster anchor chart display
  feedback critique comment response
  critique protocol tuning feedback
  praise compliment encourage affirm shoutout kudos celebrate
  celebrate celebration recognize party
  sel emotion feeling social emotional
  trust safe safety relationship
  relationship bond connection connect rapport
  bully teasing putdown mean insult disrespect
  conflict argue fight disagreement restorative harm repair
  hard difficult challenging tough uncomfortable
  harder challenge stretch advanced extension
  conversation talk discussion discuss dialogue
  norm rule agreement expectation contract
  circle meeting gathering
  culture heritage background identity tradition ethnicity
  diversity difference inclusive equity
  language bilingual multilingual translate ell esl
  story storytelling narrative
  mistake error wrong fail failure
  stuck struggle perseverance persist giveup quit frustrated
  quit giveup persist perseverance
  struggle productive challenge
  effort grit persistence
  ability smart talent gifted brain
  mindset growth fixed belief
  motivation motivated engagement engaged unmotivated bored
  bored boring disengaged engagement
  reflect reflection journal debrief
  metacognition thinking thought aloud
  strategy technique approach
  exit ticket slip closure
  question inquiry ask wonder curiosity
  kwl wonder inquiry prior knowledge
  know knowledge understand
  profile inventory survey questionnaire interest strength
  strength weakness talent asset
  preference style likes
  data score result grade number
  spreadsheet tracker sheet chart log
  grade mark score report
  track tracker monitor record log chart
  goal target aim objective
  monitor progress track growth
  conference checkin meeting oneonone mentor
  oneonone individual conference mentor
  plan planner agenda
  choice option menu choose pick decide
  voice input opinion say suggestion
  agency ownership independent independence selfdirected
  decide decision vote input voice
  input idea suggestion decide
  lead leader leadership run facilitate
  facilitate coach guide
  lecture direct instruction talking telling
  teach explain instruct tutor
  group team collaborate cooperation partner
  collaborate collaboration teamwork together
  role job duty responsibility
  classmate peer partner friend
  peer classmate partner
  freeload slacker dominate uneven equal participation accountability
  participate participation hands volunteer
  project pbl product
  say tell explain describe
  explain summarize retell recap
  community local neighborhood outside town
  expert guest speaker visitor professional mentor
  family parent guardian home caregiver
  parent family guardian
  business company industry career employer job
  internship apprenticeship career
  audience public exhibition showcase
  trip field visit excursion
  service volunteer community
  time schedule minute block period pacing
  schedule timetable calendar block
  late deadline due
  routine procedure transition
  pace pacing speed selfpaced
  mastery proficiency competency standard master
  rubric criteria scale
  release scaffold fade handover
  tutor peer help explain
  target standard competency
  retake redo resubmit revise reassess revision
  preassessment pretest diagnostic test
  test quiz exam assessment
  assessment evaluate test
  evidence proof artifact portfolio
  portfolio artifact collection
  presentation present share exhibition demonstrate
  show demonstrate demonstration
  exhibition showcase gallery
  homework assignment task worksheet
  worksheet packet handout
  exit leave skip
  early ahead fast finisher
  behind slow catchup
  independent alone
  quiet silent shy introvert
  loud noisy noise chaos
  help support ask
  workshop seminar minilesson
  station rotation center
  playlist pathway path choice
  model example exemplar sample
  long ongoing longterm
  conference conferring
  name names
`;

/** @type {Map<string, Set<string>>} */
const NEAR = new Map();
for (const line of MEANINGS.trim().split("\n")) {
  const stems = [...new Set(wordsOf(line).map(stemOf))];
  const [first = "", ...rest] = stems;
  // The first word is what the others mean; they lead to it and to one another.
  for (const stem of [first, ...rest]) {
    const near = NEAR.get(stem) ?? new Set();
    for (const other of stems) if (other !== stem) near.add(other);
    NEAR.set(stem, near);
  }
}

/**
 * @param {string} stem
 * @returns {string[]} the stems of words that mean much the same
 */
export function synonymsOf(stem) {
  return [...(NEAR.get(stem) ?? [])];
}
