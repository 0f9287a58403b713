namespace SupportPlatform.Stores;

/// <summary>What the widget offers; null leaves a feature as it is by default.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.widget-features")]
public sealed record WidgetFeatures
{
    /// <summary>Spoken messages, where they can be transcribed.</summary>
    [Id(0)] public bool? Voice { get; init; }

    /// <summary>Files and addresses.</summary>
    [Id(1)] public bool? Attachments { get; init; }

    /// <summary>The tab with the store's questions and answers.</summary>
    [Id(2)] public bool? Faq { get; init; }

    /// <summary>Messages that it shows by itself.</summary>
    [Id(3)] public bool? Proactive { get; init; }

    /// <summary>Forms, before and within a conversation.</summary>
    [Id(4)] public bool? LeadForms { get; init; }

    /// <summary>The sources of answers.</summary>
    [Id(5)] public bool? Citations { get; init; }

    /// <summary>A sound for new messages; the visitor can still silence it.</summary>
    [Id(6)] public bool? Sound { get; init; }

    /// <summary>Ratings of answers and conversations.</summary>
    [Id(7)] public bool? Rating { get; init; }
}
