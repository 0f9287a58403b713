namespace SupportPlatform.Stores;

/// <summary>A lower corner of the page.</summary>
[GenerateSerializer, Alias("support.stores.widget-position")]
public enum WidgetPosition
{
    /// <summary>The right one.</summary>
    Right,

    /// <summary>The left one.</summary>
    Left,
}
