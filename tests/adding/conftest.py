"""What tests of adding share."""

from adding.learner import ada as ada
