using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Grains.Tests.Hosting;

/// <summary>An assistant that each test scripts for its own store; without a script it echoes the questions.</summary>
internal sealed class ScriptedAssistant : IAssistant
{
    public delegate IAsyncEnumerable<TurnUpdate> Script(TurnInput input, CancellationToken cancellationToken);

    private readonly ConcurrentDictionary<string, Script> _scripts = new();
    private readonly ConcurrentDictionary<string, TurnResult> _extracts = new();

    public void For(string store, Script script) => _scripts[store] = script;

    public void ExtractFor(string store, TurnResult extract) => _extracts[store] = extract;

    public IAsyncEnumerable<TurnUpdate> Run(TurnInput input, CancellationToken cancellationToken) =>
        _scripts.TryGetValue(input.Store, out var script) ? script(input, cancellationToken) : Echo(input, cancellationToken);

    public ValueTask<TurnResult?> Extract(TurnInput input, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_extracts.GetValueOrDefault(input.Store));

    public static TurnResult Result(string text, string outcome = Outcomes.Answered) => new()
    {
        Text = text,
        Outcome = outcome,
        Confidence = 1,
        Trace = new TurnTrace { Model = "scripted", PromptId = "scripted/1", PromptHash = "0" },
    };

    /// <summary>Streams the questions back word by word.</summary>
    public static async IAsyncEnumerable<TurnUpdate> Echo(TurnInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new TurnStatus("writing");
        var text = "You said: " + string.Join(" / ", input.Questions);
        foreach (var word in text.Split(' '))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new TurnText(word + " ");
        }

        yield return new TurnFinished(Result(text));
    }
}
