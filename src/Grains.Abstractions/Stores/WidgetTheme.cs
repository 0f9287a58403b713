namespace SupportPlatform.Stores;

/// <summary>Light or dark.</summary>
[GenerateSerializer, Alias("support.stores.widget-theme")]
public enum WidgetTheme
{
    /// <summary>As the visitor's system has it.</summary>
    Auto,

    /// <summary>Dark text on light.</summary>
    Light,

    /// <summary>Light text on dark.</summary>
    Dark,
}
