//! What a funding period can choose from, the default first.

use crate::closed_set::closed_set;

closed_set! {
    /// When an unemployed participant counts as long-term unemployed.
    LongTermUnemployment {
        /// The Commission's rule: more than six months under 25 years of age, else more than twelve.
        Ec = "ec",
        /// Section 18 SGB III: twelve months or longer at any age.
        Sgb3 = "sgb3",
    }
}

closed_set! {
    /// What the operation is in which a person counts once. The caller builds cases accordingly.
    Operation {
        /// Each sub-project.
        SubProject = "sub_project",
        /// The grant of a regional network with all its sub-projects.
        Network = "network",
    }
}

closed_set! {
    /// Whether the people of an operation that still runs count. Entities and projects always do.
    RunningOperations {
        /// From their entry on.
        Counted = "counted",
        /// From the operation's last day on, with all they achieved by the cut-off. An operation
        /// whose end is unknown counts nobody, and leaves nobody out.
        CompletedOnly = "completed_only",
    }
}

closed_set! {
    /// Whether results upon leaving count while the 28 days still run.
    OpenResultWindow {
        /// As things stand at the cut-off; what follows corrects them.
        Provisional = "provisional",
        /// From the 28th day after leaving on, as things stand by then. Who comes back before that
        /// day never had a result of this leaving.
        ClosedOnly = "closed_only",
    }
}

closed_set! {
    /// What "in employment six months after leaving" means (EECR05; CR06, CR08 and CR09 before
    /// 2021). An improved situation (EECR06, CR07) always needs the survey.
    SixMonths {
        /// At that point in time, as surveyed; counts from the day six months after leaving on.
        PointInTime = "point_in_time",
        /// At some time within the six months. Besides the survey, recorded events count: when the
        /// last labour-market event from the last entry up to the day of leaving is a job or
        /// self-employment, from the day of leaving on; otherwise from the first job or
        /// self-employment from the day of leaving up to the same day of the month six months
        /// later, that day included. What happens afterwards takes nothing back, but a re-entry
        /// does.
        Within = "within",
    }
}

closed_set! {
    /// For whom starting education or training from leaving up to day 28 is a result.
    EducationResult {
        /// For those known to be in no education at entry; without an answer there is no result.
        Newly = "newly",
        /// For everyone, whatever was answered at entry.
        AnyStart = "any_start",
    }
}

closed_set! {
    /// Whom a voluntary characteristic counts in an operation that has it as a condition for taking
    /// part.
    TargetGroup {
        /// All participants of the operation.
        CountsAll = "counts_all",
        /// Those who affirmed it, as anywhere else. A characteristic that nobody is asked for (CO17)
        /// then counts nobody.
        AnswersOnly = "answers_only",
    }
}
