//! The answers a record may hold.

use crate::closed_set::closed_set;

closed_set! {
    /// The answer to a question a participant may decline. Never asked is the absence of an answer.
    Answer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Asked, and declined.
        Refused = "refused",
    }
}

closed_set! {
    /// Gender as recorded at entry; the first three are the columns of every personal figure.
    Gender {
        /// The column "women".
        Female = "female",
        /// The column "men".
        Male = "male",
        /// The column "non-binary"; German civil status "divers".
        NonBinary = "non_binary",
        /// German civil status "ohne Eintrag": no column, so the record stays incomplete.
        NotStated = "not_stated",
    }
}

closed_set! {
    /// Labour-market status, exactly one per person and day.
    Employment {
        /// Without work, available and looking for it; in Germany registered as unemployed.
        Unemployed = "unemployed",
        /// Neither employed nor unemployed, full-time students included.
        Inactive = "inactive",
        /// In work, the self-employed included.
        Employed = "employed",
    }
}

closed_set! {
    /// ISCED 2011 level of the highest completed education.
    Isced {
        /// Level 0: less than primary education.
        LessThanPrimary = "0",
        /// Level 1: primary education.
        Primary = "1",
        /// Level 2: lower secondary education.
        LowerSecondary = "2",
        /// Level 3: upper secondary education.
        UpperSecondary = "3",
        /// Level 4: post-secondary, not tertiary education.
        PostSecondary = "4",
        /// Level 5: short-cycle tertiary education.
        ShortCycleTertiary = "5",
        /// Level 6: bachelor or equal.
        Bachelor = "6",
        /// Level 7: master or equal.
        Master = "7",
        /// Level 8: doctorate or equal.
        Doctorate = "8",
    }
}

impl Isced {
    /// The member for a level 0 to 8; `None` for any other number.
    pub fn from_level(level: u8) -> Option<Self> {
        Self::ALL.get(usize::from(level)).copied()
    }

    /// The level, 0 to 8.
    pub const fn level(self) -> u8 {
        self as u8
    }
}

closed_set! {
    /// Eurostat's degree of urbanisation of the place of residence.
    Degurba {
        /// Class 1: densely populated.
        Cities = "1",
        /// Class 2: of intermediate density.
        TownsAndSuburbs = "2",
        /// Class 3: thinly populated.
        RuralAreas = "3",
    }
}

impl Degurba {
    /// The member for a class 1 to 3; `None` for any other number.
    pub fn from_class(class: u8) -> Option<Self> {
        let index = usize::from(class).checked_sub(1)?;
        Self::ALL.get(index).copied()
    }

    /// The class, 1 to 3.
    pub const fn class(self) -> u8 {
        self as u8 + 1
    }
}

closed_set! {
    /// What happened to a participant on or after entry.
    OutcomeKind {
        /// Took up a job.
        Job = "job",
        /// Started a business or practice of their own.
        SelfEmployment = "self_employment",
        /// Became or stayed registered as unemployed.
        Unemployment = "unemployment",
        /// Looks for work without being registered.
        JobSearch = "job_search",
        /// Left the labour force.
        Inactivity = "inactivity",
        /// Started education or training other than the measure itself.
        Education = "education",
        /// Passed an assessment by a competent body; the date is that of the award.
        Qualification = "qualification",
        /// Was present; never a result.
        Attendance = "attendance",
    }
}

closed_set! {
    /// How the survey six months after leaving went.
    FollowUpResult {
        /// The participant answered.
        Answered = "answered",
        /// The participant declined.
        Refused = "refused",
        /// The participant could not be reached.
        NotReached = "not_reached",
    }
}

closed_set! {
    /// What became better in the work of someone who had work at entry.
    Improvement {
        /// From a precarious to a stable contract.
        StableContract = "stable_contract",
        /// From underemployment to full employment.
        FullEmployment = "full_employment",
        /// To a job that asks for higher skills or more responsibility.
        HigherSkill = "higher_skill",
        /// A promotion.
        Promotion = "promotion",
        /// Higher pay and nothing else: not an improvement in the sense of EECR06.
        PayOnly = "pay_only",
    }
}

closed_set! {
    /// The kind of a supported entity; enterprise sizes by Recommendation 2003/361/EC.
    EntityKind {
        /// A public administration or public service.
        PublicAdministration = "public_administration",
        /// Fewer than 10 staff.
        MicroEnterprise = "micro_enterprise",
        /// Fewer than 50 staff.
        SmallEnterprise = "small_enterprise",
        /// Fewer than 250 staff.
        MediumEnterprise = "medium_enterprise",
        /// Larger than a medium-sized enterprise.
        LargeEnterprise = "large_enterprise",
        /// None of these, such as an association.
        Other = "other",
    }
}
