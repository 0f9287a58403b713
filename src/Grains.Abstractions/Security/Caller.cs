using System.Collections.Immutable;
using SupportPlatform.Agents;
using SupportPlatform.Contacts;

namespace SupportPlatform.Security;

/// <summary>
/// On whose behalf a grain is called. The front end sets it after authentication; grains check it against their key.
/// </summary>
[GenerateSerializer, Immutable, Alias("support.security.caller")]
public sealed record Caller
{
    /// <summary>What the caller is.</summary>
    [Id(0)] public required CallerKind Kind { get; init; }

    /// <summary>The store whose grains may be called; null for all stores.</summary>
    [Id(1)] public string? Store { get; init; }

    /// <summary>The contact of a visitor.</summary>
    [Id(2)] public string? ContactId { get; init; }

    /// <summary>The visitor's name, where the store's token vouches for it; an agent's name.</summary>
    [Id(3)] public string? Name { get; init; }

    /// <summary>The visitor's mail address, where the store's token vouches for it.</summary>
    [Id(4)] public string? Email { get; init; }

    /// <summary>The agent's id within the store.</summary>
    [Id(5)] public string? AgentId { get; init; }

    /// <summary>The agent's role in the store.</summary>
    [Id(6)] public AgentRole? Role { get; init; }

    /// <summary>What else the store's token says of the visitor.</summary>
    [Id(7)] public ImmutableDictionary<string, string>? Attributes { get; init; }

    /// <summary>The visitor's latest orders, where the store's token names them.</summary>
    [Id(8)] public ImmutableArray<CustomerOrder> Orders { get; init; } = [];

    /// <summary>The platform itself: sweeper, start-up, running turns.</summary>
    public static Caller System { get; } = new() { Kind = CallerKind.System };

    /// <summary>The bearer of the administration key, for every store.</summary>
    public static Caller Administrator { get; } = new() { Kind = CallerKind.Administrator };

    /// <summary>A visitor of a store.</summary>
    public static Caller Visitor(string store, string contactId) =>
        new() { Kind = CallerKind.Visitor, Store = store, ContactId = contactId };

    /// <summary>A human agent of a store.</summary>
    public static Caller Staff(string store, string agentId, string name, AgentRole role) =>
        new() { Kind = CallerKind.Staff, Store = store, AgentId = agentId, Name = name, Role = role };
}
