using SupportPlatform.Agents;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Desk;

[Collection(SiloCollection.Name)]
public sealed class WorkbenchTests(SiloFixture silo)
{
    [Fact]
    public async Task PutReply_TwoOfOneShortcutAtOnce_OneIsRefused()
    {
        var store = await silo.NewStore();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Code(store, AgentRole.Supervisor, g => g.PutReply(Reply($"r-{i}", "hi")))));
        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.Where(o => o is not null), o => Assert.Equal(ProblemCodes.NameTaken, o));
        var kept = Assert.Single((await As(store, AgentRole.Agent, g => g.GetReplies())).Items);
        await As(store, AgentRole.Supervisor, g => g.PutReply(kept with { Text = "Hello again" }));
        Assert.Equal("Hello again", Assert.Single((await As(store, AgentRole.Agent, g => g.GetReplies())).Items).Text);
    }

    [Fact]
    public async Task Items_ByAnAgent_AreReadAndNotChanged()
    {
        var store = await silo.NewStore();
        await As(store, AgentRole.Supervisor, g => g.PutMacro(Macro("close")));
        Assert.Equal(ProblemCodes.AccessDenied, await Code(store, AgentRole.Agent, g => g.PutReply(Reply("a", "a"))));
        Assert.Equal(ProblemCodes.AccessDenied, await Code(store, AgentRole.Agent, g => g.PutMacro(Macro("other"))));
        Assert.Equal(ProblemCodes.AccessDenied, await Code(store, AgentRole.Agent, g => g.Delete(WorkbenchKind.Macro, "close")));
        Assert.Equal(MacroCommand.Resolve, Assert.Single((await As(store, AgentRole.Agent, g => g.GetMacros())).Items).Actions[1].Action);
        Assert.True(await As(store, AgentRole.Supervisor, g => g.Delete(WorkbenchKind.Macro, "close")));
        Assert.False(await As(store, AgentRole.Supervisor, g => g.Delete(WorkbenchKind.Macro, "close")));
    }

    [Fact]
    public async Task Views_OfAnAgent_AreTheirsAlone()
    {
        var store = await silo.NewStore();
        await As(store, AgentRole.Agent, g => g.PutView(View("mine", false)), "ada");
        await As(store, AgentRole.Agent, g => g.PutView(View("bens", false)), "ben");
        await As(store, AgentRole.Supervisor, g => g.PutView(View("all", true)), "sue");
        Assert.Equal(["all", "mine"], (await As(store, AgentRole.Agent, g => g.GetViews(), "ada")).Items.Select(v => v.Id));
        Assert.False(await As(store, AgentRole.Supervisor, g => g.Delete(WorkbenchKind.View, "mine"), "sue"));
        Assert.False(await As(store, AgentRole.Agent, g => g.Delete(WorkbenchKind.View, "mine"), "ben"));
        Assert.Equal(ProblemCodes.TooManyItems, await Code(store, AgentRole.Agent, g => g.PutView(View("mine", false)), "ben"));
        Assert.Equal(ProblemCodes.AccessDenied, await Code(store, AgentRole.Agent, g => g.PutView(View("shared", true)), "ben"));
        Assert.True(await As(store, AgentRole.Agent, g => g.Delete(WorkbenchKind.View, "mine"), "ada"));
    }

    [Fact]
    public async Task Put_WhatIsNotValid_IsRefused()
    {
        var store = await silo.NewStore();
        CannedReply[] replies = [Reply("A B", "a"), Reply("a", "a b"), Reply("a", "a") with { Text = " " }, Reply("a", "a") with { Text = new string('x', 8_001) }];
        foreach (var reply in replies) Assert.Equal(ProblemCodes.InvalidRequest, await Code(store, AgentRole.Supervisor, g => g.PutReply(reply)));
        Assert.Equal(ProblemCodes.InvalidRequest, await Code(store, AgentRole.Supervisor, g => g.PutMacro(Macro("m") with { Actions = [] })));
        Assert.Equal(ProblemCodes.InvalidRequest, await Code(store, AgentRole.Supervisor, g => g.PutMacro(Macro("m") with { Actions = [new MacroAction { Action = MacroCommand.Reply }] })));
    }

    private static CannedReply Reply(string id, string shortcut) => new() { Id = id, Shortcut = shortcut, Title = "Greeting", Text = "Hello {{contact.name}}" };

    private static Macro Macro(string id) => new()
    {
        Id = id,
        Name = id,
        Actions = [new MacroAction { Action = MacroCommand.Tag, Value = "done" }, new MacroAction { Action = MacroCommand.Resolve }],
    };

    private static SavedView View(string id, bool shared) => new() { Id = id, Name = "Urgent ones", Filter = new ViewFilter { Priority = "urgent" }, Shared = shared };

    private async Task<T> As<T>(string store, AgentRole role, Func<IWorkbenchGrain, Task<T>> call, string agent = "ada")
    {
        CallerContext.Current = Caller.Staff(store, agent, agent, role);
        return await call(silo.Grains.GetGrain<IWorkbenchGrain>(store));
    }

    private async Task<string?> Code<T>(string store, AgentRole role, Func<IWorkbenchGrain, Task<T>> call, string agent = "ada")
    {
        try
        {
            await As(store, role, call, agent);
            return null;
        }
        catch (SupportException e)
        {
            return e.Code;
        }
    }
}
