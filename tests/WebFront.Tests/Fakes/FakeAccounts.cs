using System.Collections.Concurrent;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;

namespace SupportPlatform.Fakes;

/// <summary>Sessions in memory, of accounts that nobody can sign in with.</summary>
internal sealed class FakeAccounts : IAccountsGrain, ISessionsGrain, IInvitationsGrain
{
    private readonly ConcurrentDictionary<string, SessionView> _sessions = new();

    /// <summary>A session of somebody who works in one store; returns its cookie.</summary>
    public string Add(string store, string agent, AgentRole role)
    {
        var id = $"id-{_sessions.Count}";
        _sessions[id] = new SessionView
        {
            Key = $"key-{id}",
            Address = $"{agent}@{store}.example",
            Name = agent,
            Csrf = "csrf-for-tests",
            HasTwoFactor = false,
            IsRotationDue = false,
            Memberships = [new Membership { Store = store, AgentId = agent, AgentName = agent, Role = role }],
        };
        return $"support_session={id}";
    }

    public Task<SessionView?> Use(UseSession command, CancellationToken cancellationToken = default)
    {
        var found = command.Id is { } id ? _sessions.GetValueOrDefault(id) : _sessions.Values.SingleOrDefault(s => s.Key == command.Key);
        if (found is not null && command.Store is { } store) found = found with { Memberships = found.Memberships.RemoveAll(m => m.Store != store) };
        return Task.FromResult(found);
    }

    public Task End(string key, CancellationToken cancellationToken = default)
    {
        foreach (var (id, session) in _sessions) if (session.Key == key) _sessions.TryRemove(id, out _);
        return Task.CompletedTask;
    }

    public Task<string?> Rotate(string id, CancellationToken cancellationToken = default) => Task.FromResult<string?>(null);

    public Task<SessionStart> Begin(BeginSession command, CancellationToken cancellationToken = default) => Task.FromResult(new SessionStart());

    public Task<SignInAttempt> Reserve(string address, CancellationToken cancellationToken = default) => Task.FromResult(new SignInAttempt());

    public Task<SignInAttempt> ReserveFrom(SignInTry tried, CancellationToken cancellationToken = default) => Task.FromResult(new SignInAttempt());

    public Task ReleaseFrom(SignInTry tried, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task Release(string address, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<bool> SetPassword(SetPassword command, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public Task<string> PrepareTwoFactor(string address, CancellationToken cancellationToken = default) => Task.FromResult("AAAAAAAA");

    public Task<bool> TurnOnTwoFactor(string address, string code, CancellationToken cancellationToken = default) => Task.FromResult(false);

    public Task TurnOffTwoFactor(string address, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<string?> InviteToSetUp(CancellationToken cancellationToken = default) => Task.FromResult<string?>(null);

    public Task<InvitationView?> Find(string token, CancellationToken cancellationToken = default) => Task.FromResult<InvitationView?>(null);

    public Task<AcceptedInvitation?> Accept(AcceptInvitation command, CancellationToken cancellationToken = default) =>
        Task.FromResult<AcceptedInvitation?>(null);
}
