namespace SupportPlatform.Stores;

/// <summary>The picture of the button that opens the chat.</summary>
[GenerateSerializer, Alias("support.stores.launcher-icon")]
public enum LauncherIcon
{
    /// <summary>A speech bubble.</summary>
    Chat,

    /// <summary>A question mark.</summary>
    Question,

    /// <summary>A waving hand.</summary>
    Wave,
}
