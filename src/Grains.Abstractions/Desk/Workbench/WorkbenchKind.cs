namespace SupportPlatform.Desk;

/// <summary>What a store's people keep for their work.</summary>
[GenerateSerializer, Alias("support.desk.workbench-kind")]
public enum WorkbenchKind
{
    /// <summary>A <see cref="CannedReply"/>.</summary>
    Reply,

    /// <summary>A <see cref="Macro"/>.</summary>
    Macro,

    /// <summary>A <see cref="SavedView"/>.</summary>
    View,
}
