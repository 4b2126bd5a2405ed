//! What conditions ask of a record.

use crate::closed_set::closed_set;

closed_set! {
    /// A field of a record, by its column in import files. Which source has which, says
    /// [`super::Source::fields`].
    Field {
        /// Gender.
        Gender = "gender",
        /// Labour-market status at entry.
        Employment = "employment",
        /// In education at entry.
        InEducation = "in_education",
        /// Level of education at entry.
        Isced = "isced",
        /// Each citizenship.
        Citizenship = "citizenship",
        /// Citizen of no member state of the Union; derived from the citizenships.
        ThirdCountry = "third_country",
        /// Foreign background.
        ForeignBackground = "foreign_background",
        /// Disability.
        Disability = "disability",
        /// Member of a minority.
        Minority = "minority",
        /// Affected by housing exclusion.
        HousingExclusion = "housing_exclusion",
        /// Degree of urbanisation of the place of residence.
        Degurba = "degurba",
        /// Registered as unemployed at entry.
        RegisteredUnemployed = "registered_unemployed",
        /// In marginal employment at entry.
        MinorEmployment = "minor_employment",
        /// Completed years of age at entry; derived from the birth date.
        Age = "age",
        /// Type of the offer taken up, by its code.
        OfferType = "offer_type",
        /// Strand of the sub-project, by its code.
        Strand = "strand",
        /// Kind of an outcome or of an entity.
        Kind = "kind",
        /// First or follow-up contact.
        Contact = "contact",
        /// Subject of a consultation.
        Subject = "subject",
        /// Way a contact came about.
        Channel = "channel",
        /// Who referred the person.
        Referral = "referral",
        /// Age as a band, where no birth date is asked for.
        AgeBand = "age_band",
        /// Nationality, where no list of citizenships is asked for.
        Nationality = "nationality",
        /// Country of the qualification.
        CountryOfQualification = "country_of_qualification",
        /// Level of the qualification.
        QualificationLevel = "qualification_level",
        /// German reference profession.
        ReferenceProfession = "reference_profession",
        /// Residence title.
        ResidenceTitle = "residence_title",
        /// Level of German.
        GermanLevel = "german_level",
        /// Benefits received.
        Benefits = "benefits",
        /// What a consultation led to.
        Outcome = "outcome",
        /// Audience of a training.
        Audience = "audience",
        /// Topic of a training, or each of a trainer's topics.
        Topic = "topic",
        /// Format of a training.
        Format = "format",
        /// Trainer of a training.
        Trainer = "trainer",
        /// Status of a plan.
        Status = "status",
    }
}
