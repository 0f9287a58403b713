using System.Collections.Immutable;
using SupportPlatform.Desk;

namespace SupportPlatform.Conversations;

/// <summary>What the commands of staff must look like.</summary>
internal static class StaffRules
{
    private const int MostTags = 20;
    private const int MostMentions = 10;
    private const int LongestTag = 40;
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    /// <summary>Checks a transfer.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(TransferConversation command)
    {
        Require((command.AgentId is null) != (command.Desk is null), "It goes either to an agentId or to a desk.");
        if (command.AgentId is { } agentId) CheckId(agentId, "agentId");
        Require(command.Desk is null || DeskKey.IsValid(command.Desk), "The desk has 1 to 40 characters of a-z, 0-9 and -.");
        if (command.Note is { Length: > 2_000 })
            throw new SupportException(ProblemCodes.MessageTooLong, "The note is longer than 2,000 characters.");
        MessageRules.CheckUnicode(command.Note ?? "");
        Check(command.By);
    }

    /// <summary>Checks a time to be put aside until.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(SnoozeConversation command, DateTimeOffset now)
    {
        Require(command.Until is not { } until || (until > now && until - now <= LongestSnooze), "until is in the future, and within a year.");
        Check(command.By);
    }

    /// <summary>Checks a change of tags.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(TagConversation command)
    {
        foreach (var tags in new[] { command.Add, command.Remove })
        {
            Require(!tags.IsDefault && tags.Length <= MostTags && tags.All(IsTag), $"At most {MostTags} tags, each of 1 to {LongestTag} characters without control characters.");
            foreach (var tag in tags) MessageRules.CheckUnicode(tag);
        }

        Check(command.By);
    }

    /// <summary>Checks a priority.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(SetPriority command)
    {
        Require(Enum.IsDefined(command.Priority), "The priority is low, normal, high or urgent.");
        Check(command.By);
    }

    /// <summary>Checks whom a note names.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void CheckMentions(ImmutableArray<string> mentions)
    {
        if (mentions.IsDefaultOrEmpty) return;
        Require(mentions.Length <= MostMentions, $"A note names at most {MostMentions} agents.");
        foreach (var agentId in mentions) CheckId(agentId, "mentions");
    }

    /// <summary>Checks who looks.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(SeeConversation command)
    {
        CheckId(command.WindowId, "windowId");
        if (command.Viewer is not { } viewer) return;
        Check(new StaffMember { AgentId = viewer.AgentId, Name = viewer.Name });
        Require(Enum.IsDefined(viewer.State), "The state is away, viewing or typing.");
        Require(viewer.PictureUrl is null || FormRules.IsSecureAddress(viewer.PictureUrl), "The pictureUrl is an https address.");
    }

    /// <summary>Checks who does something.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(StaffMember? by)
    {
        if (by is null) return;
        CheckId(by.AgentId, "agentId");
        Require(!string.IsNullOrWhiteSpace(by.Name) && by.Name.Length <= 60, "agentName has 1 to 60 characters.");
        MessageRules.CheckUnicode(by.Name);
    }

    private static bool IsTag(string? tag) =>
        !string.IsNullOrWhiteSpace(tag) && tag.Length <= LongestTag && tag.Trim() == tag && !tag.Any(char.IsControl);

    // Ids go into the index as lines.
    private static void CheckId(string? id, string name)
    {
        Require(!string.IsNullOrWhiteSpace(id) && id.Length <= Limits.ClientIdLength && !id.Any(char.IsControl), $"{name} has 1 to {Limits.ClientIdLength} characters.");
        MessageRules.CheckUnicode(id!);
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, rule);
    }
}
