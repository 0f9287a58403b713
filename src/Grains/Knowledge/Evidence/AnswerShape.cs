namespace SupportPlatform.Knowledge;

/// <summary>What kind of thing a question asks for.</summary>
internal enum AnswerShape
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A count or measure.</summary>
    Number,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A height, width, depth or distance.</summary>
    Extent,

    /// <summary>A mass.</summary>
    Mass,

    /// <summary>A power, a charge or a brightness.</summary>
    Power,

    /// <summary>A price or percentage.</summary>
    Money,

    /// <summary>A temperature.</summary>
    Temperature,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>What to do, step by step.</summary>
    Steps,

    /// <summary>Yes or no.</summary>
    YesNo,
}
