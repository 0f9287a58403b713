using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPlatform.Agents;
using SupportPlatform.Grains.Tests.Hosting;
using SupportPlatform.Security;
using Xunit;

namespace SupportPlatform.Grains.Tests.Accounts;

[Collection(SiloCollection.Name)]
public sealed class InvitationTests(SiloFixture silo)
{
    private string Address => silo.Silo.Addresses.First();

    [Fact]
    public async Task Accept_TenAtOnce_MakesOneAccount()
    {
        var store = await silo.NewStore();
        var token = await Invite(Caller.System, store, "ada", $"ada@{store}.example");
        var people = Enumerable.Range(0, 10).Select(_ => new Person(Address)).ToList();
        var codes = await Task.WhenAll(people.Select(async (p, i) =>
        {
            using var reply = await p.Accept(token, $"the password of {i}");
            return await Person.Code(reply);
        }));
        Assert.Single(codes, c => c is null);
        Assert.Equal(9, codes.Count(c => c == ProblemCodes.InvitationNotFound));
        foreach (var person in people) person.Dispose();
    }

    [Fact]
    public async Task Invite_Again_EndsTheOneBefore()
    {
        var store = await silo.NewStore();
        var first = await Invite(Caller.System, store, "ada", $"ada@{store}.example");
        var second = await Invite(Caller.System, store, "ada", $"ada@{store}.example");
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        using var gone = await http.GetAsync(new Uri($"/api/invitations/{first}", UriKind.Relative));
        var good = await http.GetFromJsonAsync<JsonElement>($"/api/invitations/{second}");
        Assert.Equal(ProblemCodes.InvitationNotFound, await Person.Code(gone));
        Assert.Equal(($"ada@{store}.example", "invite", true), (good.GetProperty("email").GetString(), good.GetProperty("purpose").GetString(), good.GetProperty("needsPassword").GetBoolean()));
    }

    [Fact]
    public async Task Invite_WhoseAgentHasAnotherAddressSince_IsGone()
    {
        var store = await silo.NewStore();
        var token = await Invite(Caller.System, store, "ada", $"ada@{store}.example");
        await Agent(store, "ada").Put(new AgentProfile { Name = "Ben", Email = $"ben@{store}.example" });
        using var person = new Person(Address);
        using var reply = await person.Accept(token);
        Assert.Equal(ProblemCodes.InvitationNotFound, await Person.Code(reply));
    }

    // An owner writes down whose address they like, but gets neither into that account nor where its person works.
    [Fact]
    public async Task Invite_OfAnotherStoresPersonByAnOwner_GivesNeitherAccountNorStore()
    {
        var (ours, theirs) = (await silo.NewStore(), await silo.NewStore());
        using var ada = await Person.Employ(Address, silo.Grains, ours, "ada", AgentRole.Owner);
        var owner = Caller.Staff(theirs, "boss", "Boss", AgentRole.Owner);
        var token = await Invite(owner, theirs, "spy", $"ada@{ours}.example");
        using var thief = new Person(Address);
        using var reply = await thief.Accept(token, "a password of the thief's");
        Assert.Equal(ProblemCodes.SignInFailed, await Person.Code(reply));

        // She herself may come, with her own password.
        using var joined = await new Person(Address).Accept(token);
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        var session = await ada.Http.GetFromJsonAsync<JsonElement>("/api/session");
        Assert.Equal(2, session.GetProperty("stores").GetArrayLength());
    }

    [Fact]
    public async Task Accept_OfAnAddressThatAnotherStoreHasWrittenDownToo_GivesTheOneStore()
    {
        var (ours, theirs) = (await silo.NewStore(), await silo.NewStore());
        await Agent(ours, "ada").Put(new AgentProfile { Name = "Ada", Role = AgentRole.Owner, Email = $"ada@{ours}.example" });
        var token = await Invite(Caller.Staff(theirs, "boss", "Boss", AgentRole.Owner), theirs, "spy", $"ada@{ours}.example");
        using var thief = new Person(Address);
        using var accepted = await thief.Accept(token);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        using var reply = await thief.Send(HttpMethod.Get, $"/api/stores/{ours}/agents");
        Assert.Equal(ProblemCodes.WrongStore, await Person.Code(reply));
    }

    [Fact]
    public async Task Invite_WithTheAdministrationKey_LetsChooseANewPassword()
    {
        var store = await silo.NewStore();
        using var ada = await Person.Employ(Address, silo.Grains, store, "ada", AgentRole.Agent);
        var token = await Invite(Caller.Administrator, store, "ada", $"ada@{store}.example");
        using var browser = new Person(Address);
        using var accepted = await browser.Accept(token, "a new password");
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        using var ended = await ada.Http.GetAsync(new Uri("/api/session", UriKind.Relative));
        using var old = await browser.SignIn($"ada@{store}.example");
        Assert.Equal((ProblemCodes.SessionMissing, ProblemCodes.SignInFailed), (await Person.Code(ended), await Person.Code(old)));
    }

    [Fact]
    public async Task Invite_WithoutAnAddress_IsRefused()
    {
        var store = await silo.NewStore();
        var refusal = await Assert.ThrowsAsync<SupportException>(() => Invite(Caller.System, store, "ada", null));
        Assert.Equal(ProblemCodes.InvalidRequest, refusal.Code);
    }

    private IAgentGrain Agent(string store, string id) => silo.Grains.GetGrain<IAgentGrain>(AgentKey.Of(store, id));

    private async Task<string> Invite(Caller caller, string store, string id, string? email)
    {
        CallerContext.Current = caller;
        await Agent(store, id).Put(new AgentProfile { Name = id, Email = email });
        return await Agent(store, id).Invite();
    }
}
