import { stemOf } from "./terms.js";

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
  stuck struggle perseverance persist give_up quit frustrated
  give_up quit persist perseverance stuck
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
  absent absence missing missed sick away
  notice invisible overlooked ignored unseen
  explode blow_up meltdown outburst anger angry temper tantrum trigger upset
  calm regulation selfcontrol emotion
  care cared love support belonging
  belong belonging included welcome community
  study revise review prepare
  sloppy careless neat quality craftsmanship polish
  start begin launch opener warmup
  end finish close closure
  old older younger multiage cross
  outside outdoor nature courtyard
  lost missing misplace
  handout paper packet copy
  copy cheat plagiarize paste
  google search engine browser
  walk neighborhood block street
  training workshop pd development professional
  useless pointless irrelevant boring waste
  agree consensus compromise vote decide
  disagree argue debate discussion
  blame fault excuse responsibility ownership
  excuse fault responsibility
  wait idle
  hand raise volunteer
  dominate loudest talkative outspoken
  mom dad mother father grandparent parent family
  money funding grant budget cost pay expensive
  messy clutter disorganized cleanup organization
  organize organization binder folder planner
  game play fun
  bias prejudice racism stereotype favoritism unfair discrimination
  racist racism slur bias
  fair unfair equity justice equal
  trauma stress poverty homeless
  rigor challenge depth complex demanding
  easy easier simple basic
  gifted advanced talented accelerated honors
  gap missing behind unfinished prerequisite
  tutoring intervention support extra help
  iep 504 accommodation disability special
  newcomer immigrant multilingual
  text book reading novel literacy
  essay writing paragraph draft
  speech presentation speaking public
  nervous anxious anxiety fear afraid scared fright
  proud pride celebrate success
  success succeed achievement
  improve better growth progress
  guess lucky luck
  lazy unmotivated apathy effort
  tired sleepy sleep head
  confused stuck unclear confusion
  vague unclear clear specific
  purpose meaning relevance point reason
  relevant relevance meaningful authentic connection
  real authentic realworld genuine
  listen hear attention
  interrupt blurt
  respect disrespect rude polite manners courtesy
  polite manners etiquette respectful
  greet hello welcome door
  exclude left_out lonely alone isolated belonging
  drama gossip rumor conflict friendship
  sorry apology apologize repair
  punish punishment discipline consequence detention suspension office
  behavior misbehave disruptive discipline management
  switch transition line_up
  waste wasted lost idle
  procrastinate procrastination deadline
  prioritize priority important order
  autonomy agency independence freedom
  control release trust ownership
  passive compliant disengaged
  spoonfeed dependent helplessness rely
  record documentation log capture
  best favorite proud exemplary
  objective target purpose intention
  interest passion hobby curious
  dream aspiration future career college
  college university
  club activity extracurricular sport afterschool
  interview question
  letter message email contact
  museum zoo trip
  remote virtual online hybrid distance asynchronous
  advisor advisory mentor counselor homeroom
  credit graduation transcript
  website link site page
  supply material pencil scissors tool
  slide powerpoint slideshow presentation
  publish blog post
  global world international abroad
  same identical alike uniform
  different variety various multiple
  freeloader slacker hitchhiker ride participation
  template form organizer
  cluster group level
  substitute sub
  leftover early finisher
  safe unsafe afraid
  understand comprehension grasp understanding
  meet meeting conference
  pick_up notice
  figure_out solve
  speak_up advocacy voice
  turn_in submit hand_in
  hand_in submit turn_in
  fall_behind behind late catch_up
  catch_up behind absent
  mess_up mistake error
  shut_down quit give_up disengaged
  act_out behavior disruptive
  check_out disengaged bored
  stand_up advocacy
  show_off exhibition showcase
  sign_up choose
  hand_over release
  step_back release
  make_up repair redo
  work_out solve
  fall_apart conflict chaos
  go_over review
  move_on mastery ready pace
`;

/** @param {string} word or two that mean one thing, such as give_up */
function readWord(word) {
  const [first = "", particle] = word.split("_");
  return particle ? `${stemOf(first)}_${particle}` : stemOf(first);
}

/** @type {Map<string, Set<string>>} */
const NEAR = new Map();
for (const line of MEANINGS.trim().split("\n")) {
  const stems = [...new Set(line.trim().split(" ").map(readWord))];
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
