namespace SupportPlatform.Conversations.Staff;

/// <summary>What is done with many conversations at once.</summary>
public enum BulkAction
{
    /// <summary>Gives them to the agent that the value names.</summary>
    Assign,

    /// <summary>Closes them.</summary>
    Resolve,

    /// <summary>Opens them again.</summary>
    Reopen,

    /// <summary>Adds the tag that the value is.</summary>
    Tag,

    /// <summary>Removes the tag that the value is.</summary>
    Untag,

    /// <summary>Gives them to the desk that the value names.</summary>
    Transfer,

    /// <summary>Says that they are spam; with the value <c>false</c>, that they are none.</summary>
    Spam,

    /// <summary>Puts them aside until the time that the value is; without one, wakes them.</summary>
    Snooze,
}
