using Microsoft.Extensions.AI;

namespace SupportPlatform.Models;

/// <summary>A stream whose first token has come; what came before it is kept.</summary>
internal sealed class ModelStream : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> _rest;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _linked;

    private ModelStream(
        IAsyncEnumerator<ChatResponseUpdate> rest,
        List<ChatResponseUpdate> first,
        CancellationTokenSource limit,
        CancellationTokenSource linked) => (_rest, First, _limit, _linked) = (rest, first, limit, linked);

    /// <summary>The updates up to the first with content.</summary>
    public List<ChatResponseUpdate> First { get; }

    /// <summary>Opens a stream and waits for its first token.</summary>
    /// <exception cref="ModelException">The first token did not come in time, or the call failed.</exception>
    public static async Task<ModelStream> Open(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> call,
        ModelLimits limits,
        CancellationToken cancellationToken)
    {
        var limit = new CancellationTokenSource(limits.FirstToken, limits.Time);
        var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var stream = call(linked.Token).GetAsyncEnumerator(linked.Token);
        List<ChatResponseUpdate> first = [];
        try
        {
            while (await stream.MoveNextAsync())
            {
                first.Add(stream.Current);
                if (stream.Current.Contents.Any(c => c is TextContent or FunctionCallContent)) break;
            }

            // From now on the whole answer's limit holds.
            limit.CancelAfter(limits.Whole);
            return new ModelStream(stream, first, limit, linked);
        }
        catch (Exception e)
        {
            await stream.DisposeAsync();
            var isLate = limit.IsCancellationRequested;
            linked.Dispose();
            limit.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (isLate)
                throw new ModelException($"No first token within {limits.FirstToken.TotalSeconds:0.##} s.", e) { IsTransient = true, Reason = "timeout" };
            throw;
        }
    }

    /// <summary>The next update; null at the end.</summary>
    public async Task<ChatResponseUpdate?> Next(CancellationToken cancellationToken)
    {
        try
        {
            return await _rest.MoveNextAsync() ? _rest.Current : null;
        }
        catch (Exception e)
        {
            // Whatever a closed request threw, the caller's wish to stop and the limit come first.
            cancellationToken.ThrowIfCancellationRequested();
            if (_limit.IsCancellationRequested)
                throw new ModelException("The answer took too long as a whole.", e) { Reason = "timeout" };
            throw;
        }
    }

    /// <summary>Closes the request.</summary>
    public async ValueTask DisposeAsync()
    {
        await _rest.DisposeAsync();
        _linked.Dispose();
        _limit.Dispose();
    }
}
