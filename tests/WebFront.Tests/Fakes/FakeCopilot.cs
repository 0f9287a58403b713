using System.Collections.Immutable;
using SupportPlatform.Models;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>A copilot without a model that writes freely.</summary>
internal sealed class FakeCopilot : ICopilotGrain
{
    public TranslateMessages? Translated { get; private set; }

    public Task<CopilotAbilities> GetAbilities(CancellationToken cancellationToken = default) => Task.FromResult(new CopilotAbilities
    {
        Suggestions = true,
        Summary = true,
        Rewrites = [RewriteStyles.Shorter],
        Translations = false,
    });

    public Task<ImmutableArray<SuggestedReply>> Suggest(string conversation, CancellationToken cancellationToken = default)
    {
        Authorize();
        return Task.FromResult(ImmutableArray.Create(new SuggestedReply { Text = $"About {conversation}.", Citations = [], StaffOnly = [1] }));
    }

    public Task<string> Summarize(string conversation, CancellationToken cancellationToken = default)
    {
        Authorize();
        return Task.FromResult("They want a parcel.");
    }

    public Task<string> Rewrite(RewriteText command, CancellationToken cancellationToken = default) => command.Style == RewriteStyles.Shorter
        ? Task.FromResult(command.Text[..2])
        : throw new SupportException(ProblemCodes.ModelNeeded, "This needs a model.");

    public Task<ImmutableArray<TranslatedMessage>> Translate(TranslateMessages command, CancellationToken cancellationToken = default)
    {
        Authorize();
        Translated = command;
        return Task.FromResult(ImmutableArray.Create(new TranslatedMessage { Seq = command.Seqs[0], Text = "Hallo" }));
    }

    private static void Authorize()
    {
        if (CallerContext.Current?.Kind is null or CallerKind.Visitor) throw new SupportException(ProblemCodes.AccessDenied, "This is for staff.");
    }
}
