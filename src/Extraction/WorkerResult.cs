namespace SupportPlatform.Extraction;

/// <summary>What the worker writes to its output: a document, or why there is none.</summary>
internal sealed record WorkerResult
{
    /// <summary>What the bytes are, as <c>pdf</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The title that the document gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>What a page says of itself in its head.</summary>
    public PageMetadata? Metadata { get; init; }

    /// <summary>The pages, in order.</summary>
    public IReadOnlyList<WorkerPage>? Pages { get; init; }

    /// <summary>The stable code of the failure.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public string? Message { get; init; }
}

