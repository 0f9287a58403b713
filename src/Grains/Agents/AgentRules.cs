using System.Collections.Immutable;
using SupportPlatform.Accounts;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;

namespace SupportPlatform.Agents;

/// <summary>What agents must look like, and whether they are there. Pure.</summary>
internal static class AgentRules
{
    private const int MostWords = 20;
    private const int MostSlots = 100;

    /// <summary>Checks an agent.</summary>
    /// <exception cref="SupportException">What is wrong.</exception>
    public static void Check(string agentId, AgentProfile profile)
    {
        Require(agentId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '@'), "the id has letters, digits and - _ . @");
        Require(!string.IsNullOrWhiteSpace(profile.Name) && profile.Name.Length <= 60, "name has 1 to 60 characters");
        MessageRules.CheckUnicode(profile.Name);
        Require(profile.PictureUrl is null || FormRules.IsSecureAddress(profile.PictureUrl), "pictureUrl is an https address");
        Require(Enum.IsDefined(profile.Role), "role is agent, supervisor, administrator or owner");
        Require(profile.Email is null || AccountAddress.TryRead(profile.Email) == profile.Email, "email is a mail address in lower case");
        Require(IsList(profile.Skills, DeskKey.IsValid), $"skills are at most {MostWords} words of a-z, 0-9 and -");
        Require(IsList(profile.Languages, l => l is { Length: 2 or 3 } && l.All(char.IsAsciiLetterLower)), $"languages are at most {MostWords} of the form de");
        Require(IsList(profile.Desks, DeskKey.IsValid), $"desks are at most {MostWords} words of a-z, 0-9 and -");
        Require(profile.Slots is >= 0 and <= MostSlots, $"slots are 0 to {MostSlots}");
    }

    /// <summary>
    /// Whether an agent becomes, stays or ceases to be an administrator or owner, or such an agent's account another; that is for owners.
    /// </summary>
    public static bool IsForOwners(AgentProfile? before, AgentProfile? after)
    {
        if (before is not null && after is not null && before.Role == after.Role && before.Email == after.Email) return false;
        return before?.Role >= AgentRole.Administrator || after?.Role >= AgentRole.Administrator;
    }

    /// <summary>
    /// Whether an agent is there: as was chosen, but away where nothing was heard for the grace period. It is worked out
    /// anew each time, so nothing has to happen, and nothing can fail to happen, when a connection is lost.
    /// </summary>
    public static AgentPresence Presence(StoredAgent agent, DateTimeOffset now, TimeSpan grace) =>
        agent.Chosen is AgentPresence.Offline || (agent.SeenAt is { } seen && now - seen <= grace) ? agent.Chosen : AgentPresence.Away;

    /// <summary>What callers see of an agent.</summary>
    public static AgentView View(StoredAgent agent, DateTimeOffset now, TimeSpan grace, ImmutableArray<OfferView> offers) => new()
    {
        AgentId = agent.Id,
        Profile = agent.Profile,
        Presence = Presence(agent, now, grace),
        SeenAt = agent.SeenAt,
        Conversations = agent.Conversations,
        Offers = offers,
        HasJoined = agent.HasJoined,
        InvitedUntil = agent.InvitedUntil > now ? agent.InvitedUntil : null,
    };

    private static bool IsList(ImmutableArray<string> words, Func<string, bool> isWord) =>
        !words.IsDefault && words.Length <= MostWords && words.All(isWord);

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, $"The agent is not valid: {rule}.");
    }
}
