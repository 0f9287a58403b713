using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Accounts;

/// <summary>The invitations.</summary>
[StatelessWorker]
[GrainType("invitations")]
internal sealed class InvitationsGrain(InvitationStore invitations, TimeProvider time) : Grain, IInvitationsGrain
{
    private const int LongestName = 60;

    /// <inheritdoc/>
    public async Task<string?> InviteToSetUp(CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var token = Secrets.New();
        return await invitations.InviteToSetUp(Digest.Of(token), cancellationToken) ? token : null;
    }

    /// <inheritdoc/>
    public async Task<InvitationView?> Find(string token, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        return await invitations.Find(Digest.Of(token), time.GetUtcNow(), cancellationToken) is not { } found ? null : new InvitationView
        {
            Purpose = found.Store is null ? InvitationPurpose.SetUp : InvitationPurpose.Invite,
            Email = found.Email,
            Name = found.Name,
            NeedsPassword = found.NeedsPassword,
        };
    }

    /// <inheritdoc/>
    public async Task<AcceptedInvitation?> Accept(AcceptInvitation command, CancellationToken cancellationToken = default)
    {
        StaffGate.RequirePlatform();
        var (hash, now) = (Digest.Of(command.Token), time.GetUtcNow());
        if (await invitations.Find(hash, now, cancellationToken) is not { } found) return null;
        if (found.NeedsPassword && command.PasswordHash is null)
            throw new SupportException(ProblemCodes.PasswordInvalid, "A password is needed.");
        if (found.Store is null)
            return await invitations.SetUp(hash, AccountAddress.Check(command.Email), CheckName(command.Name), command.PasswordHash!, now, cancellationToken);
        var password = found.NeedsPassword ? command.PasswordHash : null;
        return await invitations.Accept(hash, found, CheckName(command.Name ?? found.Name), password, now, cancellationToken);
    }

    private static string CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
            throw new SupportException(ProblemCodes.InvalidRequest, $"name has 1 to {LongestName} characters.");
        MessageRules.CheckUnicode(name);
        return name;
    }
}
