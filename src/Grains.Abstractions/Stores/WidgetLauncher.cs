namespace SupportPlatform.Stores;

/// <summary>The button that opens the chat.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.widget-launcher")]
public sealed record WidgetLauncher
{
    /// <summary>Its picture.</summary>
    [Id(0)] public LauncherIcon? Icon { get; init; }

    /// <summary>Words beside the picture, at most 40 characters.</summary>
    [Id(1)] public string? Text { get; init; }
}
