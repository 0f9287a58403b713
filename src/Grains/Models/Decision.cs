namespace SupportPlatform.Models;

/// <summary>What a turn does.</summary>
internal enum Decision
{
    /// <summary>Answers small talk with a phrase.</summary>
    SmallTalk,

    /// <summary>Answers from the passages.</summary>
    Answer,

    /// <summary>Asks which of several things is meant.</summary>
    AskWhich,

    /// <summary>Asks the customer to say more.</summary>
    AskMore,

    /// <summary>Offers a person, since nothing fits.</summary>
    OfferPerson,

    /// <summary>Offers a person after turns that led nowhere.</summary>
    StillStuck,

    /// <summary>Offers the person that was asked for.</summary>
    WantsPerson,
}
