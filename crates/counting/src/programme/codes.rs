//! The code lists of consultations, trainings and plans.

use crate::closed_set::closed_set;

closed_set! {
    /// Whether somebody is new to a consultation.
    Contact {
        /// The first contact.
        First = "first",
        /// Any later one.
        FollowUp = "follow_up",
    }
}

closed_set! {
    /// What a consultation is about.
    Subject {
        /// Recognition of a foreign qualification.
        Recognition = "recognition",
        /// Qualification on the way to recognition or to work that fits.
        Qualification = "qualification",
        /// Recognition and qualification.
        Both = "both",
        /// An academic degree outside the regulated professions.
        AcademicOnly = "academic_only",
        /// People without a formal qualification.
        NoFormalQualification = "no_formal_qualification",
        /// Labour and social law ("Faire Integration").
        FairIntegration = "fair_integration",
        /// Anything else.
        Other = "other",
    }
}

closed_set! {
    /// The way a contact came about.
    Channel {
        /// Face to face.
        InPerson = "in_person",
        /// By telephone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// By video call.
        Video = "video",
    }
}

closed_set! {
    /// Level of a qualification brought along.
    QualificationLevel {
        /// A vocational qualification.
        Vocational = "vocational",
        /// A degree of higher education.
        HigherEducation = "higher_education",
        /// None.
        None = "none",
    }
}

closed_set! {
    /// Level of German by the Common European Framework of Reference, and `A0` for none.
    GermanLevel {
        /// No knowledge.
        A0 = "A0",
        /// Breakthrough.
        A1 = "A1",
        /// Waystage.
        A2 = "A2",
        /// Threshold.
        B1 = "B1",
        /// Vantage.
        B2 = "B2",
        /// Effective operational proficiency.
        C1 = "C1",
        /// Mastery.
        C2 = "C2",
    }
}

closed_set! {
    /// For whom a training is.
    Audience {
        /// Employment agencies and job centres.
        LabourAdministration = "labour_administration",
        /// Municipalities.
        Municipality = "municipality",
        /// Small and medium-sized enterprises.
        Sme = "sme",
        /// Other organisations, such as associations and migrant organisations.
        Organisation = "organisation",
        /// Anyone else.
        Other = "other",
    }
}

closed_set! {
    /// How a qualification plan stands.
    PlanStatus {
        /// Being followed.
        Open = "open",
        /// Followed to its end.
        Completed = "completed",
        /// Given up.
        Abandoned = "abandoned",
    }
}
