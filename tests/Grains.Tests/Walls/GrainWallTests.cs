using System.Reflection;
using System.Runtime.CompilerServices;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Desk;
using SupportPlatform.Grains.Tests.Contracts;
using SupportPlatform.Security;
using SupportPlatform.Stores;
using Xunit;

namespace SupportPlatform.Grains.Tests.Walls;

/// <summary>Every method of every grain, called by whoever has no business there.</summary>
public sealed class GrainWallTests(WallFixture wall) : IClassFixture<WallFixture>
{
    private static readonly Dictionary<Type, Func<string, string>> Keys = new()
    {
        [typeof(IConversationGrain)] = store => ConversationKey.New(store).GrainKey,
        [typeof(IAttachmentsGrain)] = store => ConversationKey.New(store).GrainKey,
        [typeof(IAgentGrain)] = store => AgentKey.Of(store, "ada"),
        [typeof(IDeskGrain)] = store => DeskKey.Of(store, "main"),
        [typeof(IAccountsGrain)] = _ => PlatformKey.Accounts,
        [typeof(ISessionsGrain)] = _ => PlatformKey.Sessions,
        [typeof(IInvitationsGrain)] = _ => PlatformKey.Invitations,
    };

    [Fact]
    public async Task Methods_ForAnotherStoresCallers_AreClosed()
    {
        Caller[] strangers = [Caller.Visitor(WallFixture.Other, "c-1"), Caller.Staff(WallFixture.Other, "stranger", "Stranger", AgentRole.Owner)];
        foreach (var stranger in strangers) await AllRefuse(GrainContracts.Methods, stranger, ProblemCodes.WrongStore);
    }

    [Fact]
    public Task Methods_ForNobody_AreClosed() => AllRefuse(GrainContracts.Methods, null, ProblemCodes.AccessDenied);

    [Fact]
    public async Task Methods_ForStaffOfNoStore_AreClosed() =>
        await AllRefuse(GrainContracts.Methods, new Caller { Kind = CallerKind.Staff, Role = AgentRole.Owner }, ProblemCodes.AccessDenied);

    [Fact]
    public async Task Methods_OfThePlatform_AreClosedForTheAdministrationKey()
    {
        var platform = GrainContracts.Methods.Where(m => Key(m.DeclaringType!).StartsWith('@')).ToList();
        Assert.NotEmpty(platform);
        await AllRefuse(platform, Caller.Administrator, ProblemCodes.AccessDenied);
    }

    [Fact]
    public async Task Methods_OfThePlatform_AreClosedForAStoreOfTheSameName()
    {
        Assert.False(StoreKey.IsValid(PlatformKey.Accounts));
        var platform = GrainContracts.Methods.Where(m => Key(m.DeclaringType!).StartsWith('@'));
        foreach (var method in platform)
            await AllRefuse([method], Caller.Staff(Key(method.DeclaringType!), "x", "X", AgentRole.Owner), ProblemCodes.AccessDenied);
    }

    private async Task AllRefuse(IEnumerable<MethodInfo> methods, Caller? caller, string code)
    {
        var wrong = new List<string>();
        foreach (var method in methods)
        {
            var found = await Outcome(method, caller);
            if (found != code) wrong.Add($"{method.DeclaringType!.Name}.{method.Name}: {found}");
        }

        Assert.Empty(wrong);
    }

    private async Task<string> Outcome(MethodInfo method, Caller? caller)
    {
        var get = typeof(IGrainFactory).GetMethods().Single(m => m.Name == "GetGrain" && m.IsGenericMethod && m.GetParameters()[0].ParameterType == typeof(string));
        var grain = get.MakeGenericMethod(method.DeclaringType!).Invoke(wall.Grains, [Key(method.DeclaringType!), null]);
        CallerContext.Current = caller;
        try
        {
            var result = method.Invoke(grain, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(p => Any(p.ParameterType))], null);
            if (result is Task task) await task.WaitAsync(TimeSpan.FromSeconds(30));
            else await Read((dynamic)result!);
            return "allowed";
        }
        catch (SupportException e)
        {
            return e.Code;
        }
    }

    private static async Task Read<T>(IAsyncEnumerable<T> items)
    {
        await using var enumerator = items.GetAsyncEnumerator();
        await enumerator.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static string Key(Type grain) => Keys.TryGetValue(grain, out var key) ? key(WallFixture.Store) : WallFixture.Store;

    private static object? Any(Type type)
    {
        if (type == typeof(string)) return "x";
        return type.IsInterface || Nullable.GetUnderlyingType(type) is not null ? null : RuntimeHelpers.GetUninitializedObject(type);
    }
}
