using System.Collections.Immutable;
using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>How a store's chat looks and behaves on pages; what is null, the widget decides.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.widget-settings")]
public sealed record WidgetSettings
{
    /// <summary>The main colour as <c>#rrggbb</c>; null for the store's brand colour.</summary>
    [Id(0)] public string? Color { get; init; }

    /// <summary>Light or dark.</summary>
    [Id(1)] public WidgetTheme? Theme { get; init; }

    /// <summary>On which side of the page it stands.</summary>
    [Id(2)] public WidgetPosition? Position { get; init; }

    /// <summary>The button that opens it.</summary>
    [Id(3)] public WidgetLauncher? Launcher { get; init; }

    /// <summary>The headline of an empty chat, at most 120 characters.</summary>
    [Id(4)] public string? Welcome { get; init; }

    /// <summary>What is switched on and off.</summary>
    [Id(5)] public WidgetFeatures? Features { get; init; }

    /// <summary>Its place in the page's stacking order, from 0 on.</summary>
    [Id(6)] public int? ZIndex { get; init; }

    /// <summary>Whether it may be opened in a window of its own; null for yes.</summary>
    [Id(7)] public bool? Popout { get; init; }

    /// <summary>
    /// When the button appears: <c>load</c>, <c>scroll</c>, <c>open</c> (only when the page opens the chat), or a number of
    /// seconds up to 3,600.
    /// </summary>
    [Id(8)] public string? HiddenUntil { get; init; }

    /// <summary>Paths of pages with the widget, at most 50, where <c>*</c> stands for any text; none for all pages.</summary>
    [Id(9)] public ImmutableArray<string> AllowedPages { get; init; } = [];

    /// <summary>What it says by itself, at most 20.</summary>
    [Id(10)] public ImmutableArray<ProactiveMessage> Proactive { get; init; } = [];

    /// <summary>What is asked before the first message; null for nothing.</summary>
    [Id(11)] public Form? PreChat { get; init; }

    /// <summary>The address of the store's logo, https.</summary>
    [Id(12)] public string? LogoUrl { get; init; }
}
