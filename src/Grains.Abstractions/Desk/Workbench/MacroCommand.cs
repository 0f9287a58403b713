namespace SupportPlatform.Desk;

/// <summary>What an action of a macro does.</summary>
[GenerateSerializer, Alias("support.desk.macro-command")]
public enum MacroCommand
{
    /// <summary>Writes to the customer.</summary>
    Reply,

    /// <summary>Writes a note.</summary>
    Note,

    /// <summary>Adds a tag.</summary>
    Tag,

    /// <summary>Takes a tag away.</summary>
    Untag,

    /// <summary>Says how pressing it is.</summary>
    Priority,

    /// <summary>Gives the conversation to a desk.</summary>
    Transfer,

    /// <summary>Puts the conversation aside.</summary>
    Snooze,

    /// <summary>Closes the conversation.</summary>
    Resolve,
}
