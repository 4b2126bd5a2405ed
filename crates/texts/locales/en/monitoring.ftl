# targets and the worklist

attainment-standing-reached = reached
attainment-standing-on_track = on track
attainment-standing-behind = behind
attainment-standing-far_behind = far behind
attainment-standing-missed = missed
attainment-standing-too_early = too early to say

worklist-reason-incomplete = Data missing for figures
worklist-reason-exit_outcome_due = Situation after leaving to be recorded
worklist-reason-exit_status_unknown = Status upon leaving unknown
worklist-reason-follow_up_due = Survey after six months due
