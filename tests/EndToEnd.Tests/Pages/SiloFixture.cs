using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Pages;

/// <summary>One silo for a test class, which writes slowly enough to be interrupted.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    /// <summary>The silo.</summary>
    public SiloProcess Silo { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Silo = await SiloProcess.Start(
        "Model:Builtin:WordsPerSecond=20", "Conversations:JoinWindow=00:00:00.2", "Conversations:AnswerWithin=00:00:08");

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Silo.DisposeAsync();
}
