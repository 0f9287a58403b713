using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>A conversation's assistant in memory: one draft waits.</summary>
internal sealed class FakeCockpit : ICockpitGrain
{
    private string? _waiting = "d-1";

    public List<object> Commands { get; } = [];

    public Task<PostReceipt> Whisper(PostAgentMessage command, CancellationToken cancellationToken = default)
    {
        Take(command);
        return Task.FromResult(new PostReceipt { Seq = 7 });
    }

    public Task<bool> SetApproval(SetApproval command, CancellationToken cancellationToken = default)
    {
        Take(command);
        return Task.FromResult(true);
    }

    public Task<bool> ApproveDraft(ApproveDraft command, CancellationToken cancellationToken = default)
    {
        Take(command);
        return Task.FromResult(Decide(command.DraftId));
    }

    public Task<bool> RejectDraft(RejectDraft command, CancellationToken cancellationToken = default)
    {
        Take(command);
        return Task.FromResult(Decide(command.DraftId));
    }

    public Task<ConversationBrief> GetBrief(CancellationToken cancellationToken = default)
    {
        Take("brief");
        return Task.FromResult(new ConversationBrief
        {
            ThroughSeq = 3,
            Summary = "Where is my parcel?",
            Facts = [new BriefFact { Label = "order", Value = "#4471" }],
            Sentiment = Sentiments.Calm,
        });
    }

    private bool Decide(string draftId)
    {
        var decides = _waiting == draftId;
        if (decides) _waiting = null;
        return decides;
    }

    private void Take(object command)
    {
        if (CallerContext.Current?.Kind is null or CallerKind.Visitor) throw new SupportException(ProblemCodes.AccessDenied, "This is for staff.");
        Commands.Add(command);
    }
}
