using SupportPlatform.Knowledge;

namespace SupportPlatform.Fakes;

/// <summary>One gap and one proposal, and what was asked of them.</summary>
internal sealed class FakeLearning : IGapsGrain, IProposalsGrain
{
    /// <summary>What the last list asked for.</summary>
    public ListClusters? Query { get; private set; }

    /// <summary>What the last publication wanted.</summary>
    public PublishProposal? Published { get; private set; }

    Task<GapPage> IGapsGrain.List(ListClusters query, CancellationToken cancellationToken)
    {
        Query = query;
        return Task.FromResult(new GapPage
        {
            Items =
            [
                new GapView
                {
                    Id = "gap-1",
                    Question = "Do you sell gift cards?",
                    Status = GapStatuses.Open,
                    Count = 2,
                    Examples = [],
                    Conversations = [],
                    FirstAt = DateTimeOffset.UnixEpoch,
                    LastAt = DateTimeOffset.UnixEpoch,
                },
            ],
        });
    }

    public Task<FaqView> Draft(string id, CancellationToken cancellationToken = default) => Task.FromResult(Known(id, "gap-1", Faq(id, "", SourceStates.Draft)));

    Task<bool> IGapsGrain.Dismiss(string id, CancellationToken cancellationToken) => Task.FromResult(Known(id, "gap-1", true));

    Task<ProposalPage> IProposalsGrain.List(ListClusters query, CancellationToken cancellationToken)
    {
        Query = query;
        return Task.FromResult(new ProposalPage { Items = [], Next = "1.proposal-1" });
    }

    public Task<FaqView> Publish(string id, PublishProposal command, CancellationToken cancellationToken = default)
    {
        Published = command;
        return Task.FromResult(Known(id, "proposal-1", Faq(id, command.Answer ?? "Yes.", SourceStates.Published)));
    }

    Task<bool> IProposalsGrain.Dismiss(string id, CancellationToken cancellationToken) => Task.FromResult(Known(id, "proposal-1", false));

    private static T Known<T>(string id, string known, T result) =>
        id == known ? result : throw new SupportException(known == "gap-1" ? ProblemCodes.GapNotFound : ProblemCodes.ProposalNotFound, "There is none.");

    private static FaqView Faq(string id, string answer, string state) => new()
    {
        Id = id,
        Question = "Do you sell gift cards?",
        Variants = [],
        Answer = answer,
        Revision = 1,
        Answers = 0,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        State = state,
    };
}
