using System.Collections.Immutable;

namespace SupportPlatform.Stores;

/// <summary>What any visitor may know of a store.</summary>
public sealed record PublicProfile
{
    /// <summary>The store's id.</summary>
    public required string Id { get; init; }

    /// <summary>The store's name.</summary>
    public required string Name { get; init; }

    /// <summary>The assistant's name.</summary>
    public required string AssistantName { get; init; }

    /// <summary>The default language as a BCP 47 tag.</summary>
    public required string Locale { get; init; }

    /// <summary>The first words of the assistant; not part of any conversation's log.</summary>
    public required string Greeting { get; init; }

    /// <summary>Questions to offer before the first message.</summary>
    public required ImmutableArray<string> StarterQuestions { get; init; }

    /// <summary>How the chat looks and behaves on pages; its colour is the store's brand colour unless it has its own.</summary>
    public required WidgetSettings Widget { get; init; }

    /// <summary>What this server can do for its pages.</summary>
    public required PublicFeatures Features { get; init; }

    /// <summary>Whether people are there now.</summary>
    public required Availability Availability { get; init; }

    /// <summary>The public part of a store.</summary>
    /// <param name="store">The store's id.</param>
    /// <param name="profile">The store.</param>
    /// <param name="now">The time, for the opening hours.</param>
    public static PublicProfile Of(string store, StoreProfile profile, DateTimeOffset now)
    {
        var settings = profile.Settings;
        return new PublicProfile
        {
            Id = store,
            Name = settings.Name,
            AssistantName = settings.AssistantName,
            Locale = settings.Locale,
            Greeting = settings.Greeting,
            StarterQuestions = settings.StarterQuestions,
            Widget = (settings.Widget ?? new WidgetSettings()) with { Color = settings.Widget?.Color ?? settings.BrandColor },
            Availability = Availability.Of(settings, now),
            Features = new PublicFeatures { Transcription = profile.Transcribes },
        };
    }
}
