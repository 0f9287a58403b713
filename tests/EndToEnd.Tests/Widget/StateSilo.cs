using System.Text.Json.Nodes;
using SupportPlatform.Testing;
using Xunit;

namespace SupportPlatform.EndToEnd.Tests.Widget;

/// <summary>
/// One silo for all tests of the widget's states. The model, its vectors and its transcription are an owned server that
/// speaks the real protocol, since they lie outside the machine.
/// </summary>
public sealed class StateSilo : IAsyncLifetime
{
    /// <summary>The tests that share it.</summary>
    public const string Name = "widget states";

    private JsonObject _settings = null!;

    /// <summary>The silo.</summary>
    internal SiloProcess Silo { get; private set; } = null!;

    /// <summary>The model.</summary>
    internal ScriptedModel Model { get; private set; } = null!;

    /// <summary>The store's administrator.</summary>
    internal StoreAdministration Store { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Model = await ScriptedModel.Start();
        Silo = await SiloProcess.Start(
            "Conversations:JoinWindow=00:00:00.2", "RateLimits:VisitorBurst=12", "RateLimits:VisitorPerSecond=1",
            "Model:Provider=openai", $"Model:Endpoint={Model.Url}", "Model:Name=scripted", "Model:Retries=0",
            $"Embeddings:Endpoint={Model.Url}", "Embeddings:Name=scripted", "Embeddings:QueryTimeout=00:00:15",
            $"Transcription:Endpoint={Model.Url}", "Transcription:Name=scripted");
        Store = await StoreAdministration.Of(Silo);
        _settings = await Store.Settings();

        // Whatever a test changed meanwhile.
        _settings.Remove("revision");
    }

    /// <summary>Puts the store back to how it began, and the model to answering at once.</summary>
    internal async Task Reset()
    {
        Model.Otherwise = ModelScript.Says("Put **one sachet** into a litre of water [1].");
        Model.EmbeddingGate = null;
        await Store.Keep(_settings);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        Store.Dispose();
        await Silo.DisposeAsync();
        await Model.DisposeAsync();
    }
}
