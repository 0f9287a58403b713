using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Storage;
using SupportPlatform.Engine.Tests.Hosting;

namespace SupportPlatform.Engine.Tests.Storage;

public sealed class StoredStateTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    public interface INotebook : IGrainWithStringKey
    {
        Task<NotebookView> Look();

        Task<NotebookView> Write(string text);

        Task<NotebookView> Clear();

        Task<NotebookView> Reload();

        Task Leave();
    }

    [Fact]
    public async Task Write_ThenANewActivation_ReadsIt()
    {
        await using var silo = NewSilo();
        var grain = silo.Get<INotebook>(NewKey());
        Assert.Equal(new NotebookView("", null, false), await grain.Look());

        Assert.Equal(new NotebookView("one", "1", true), await grain.Write("one"));
        Assert.Equal(new NotebookView("two", "2", true), await grain.Write("two"));
        await grain.Leave();

        Assert.Equal(new NotebookView("two", "2", true), await grain.Look());
    }

    [Fact]
    public async Task Clear_OfAState_KeepsTheRowWithANullPayload()
    {
        await using var silo = NewSilo();
        var key = NewKey();
        var grain = silo.Get<INotebook>(key);
        await grain.Clear();
        Assert.Null(await Payload(key));
        await grain.Write("one");

        Assert.Equal(new NotebookView("", "2", false), await grain.Clear());
        Assert.Equal((true, 2), await Payload(key));
        Assert.Equal(new NotebookView("", "2", true), await grain.Reload());
        Assert.Equal(new NotebookView("three", "3", true), await grain.Write("three"));
    }

    [Fact]
    public async Task Write_OverAnothersWrite_IsRefusedAndEndsTheActivation()
    {
        await using var one = NewSilo();
        await using var other = NewSilo();
        var key = NewKey();
        await one.Get<INotebook>(key).Write("one");
        await other.Get<INotebook>(key).Write("two");

        var error = await Assert.ThrowsAsync<InconsistentStateException>(() => one.Get<INotebook>(key).Write("lost"));

        Assert.Equal("1", error.CurrentEtag);
        Assert.Equal(new NotebookView("two", "2", true), await one.Get<INotebook>(key).Look());
    }

    [Fact]
    public async Task FirstWrite_ByTwo_SucceedsOnce()
    {
        await using var one = NewSilo();
        await using var other = NewSilo();
        var key = NewKey();
        await one.Get<INotebook>(key).Look();
        await other.Get<INotebook>(key).Look();

        var writes = new[] { Task.Run(() => one.Get<INotebook>(key).Write("a")), Task.Run(() => other.Get<INotebook>(key).Write("b")) };
        var errors = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
            }
            catch (InconsistentStateException)
            {
                errors++;
            }
        }

        Assert.Equal(1, errors);
    }

    private static string NewKey() => $"store/{Guid.NewGuid():N}";

    private TestSilo NewSilo() => new(services: s => s.AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString)));

    private async Task<(bool IsNull, int Version)?> Payload(string key)
    {
        await using var command = database.DataSource.CreateCommand("SELECT payloadbinary IS NULL, version FROM orleansstorage WHERE grainidextensionstring = $1");
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetBoolean(0), reader.GetInt32(1)) : null;
    }

    public sealed record NotebookView(string Text, string? Etag, bool RecordExists);

    public sealed class Notebook
    {
        public string Text { get; set; } = "";
    }

    public sealed class NotebookGrain([PersistentState("notebook", "Default")] IPersistentState<Notebook> state) : Grain, INotebook
    {
        public Task<NotebookView> Look() => Task.FromResult(new NotebookView(state.State.Text, state.Etag, state.RecordExists));

        public async Task<NotebookView> Write(string text)
        {
            state.State.Text = text;
            await state.WriteStateAsync();
            return await Look();
        }

        public async Task<NotebookView> Clear()
        {
            await state.ClearStateAsync();
            return await Look();
        }

        public async Task<NotebookView> Reload()
        {
            await state.ReadStateAsync();
            return await Look();
        }

        public Task Leave()
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }
    }
}
