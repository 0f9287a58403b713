using System.Security.Cryptography;
using SupportPlatform.Accounts;
using SupportPlatform.Agents;
using SupportPlatform.Hosting;

namespace SupportPlatform.Demo;

/// <summary>
/// The people of the demo store: two agents and a supervisor with accounts. Their passwords are made at the first start and
/// stand in a file beside the administration key. Who was changed since is left alone.
/// </summary>
internal sealed partial class DemoPeople(IGrainFactory grains, Passwords passwords, SiloSettings settings, ILogger<DemoPeople> logger)
{
    private const string FileName = "demo-accounts.txt";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 16;

    private static readonly DemoPerson[] People =
    [
        Person("ada", "Ada", AgentRole.Agent),
        Person("ben", "Ben", AgentRole.Agent),
        Person("grace", "Grace", AgentRole.Supervisor),
    ];

    /// <summary>Adds whoever is not there; a start that was cut off is finished by the next.</summary>
    public async Task Add(string store, CancellationToken cancellationToken)
    {
        var path = Path.Combine(settings.DataFolder, FileName);
        foreach (var person in People)
        {
            var agent = grains.GetGrain<IAgentGrain>(AgentKey.Of(store, person.Id));
            var view = await Find(agent, cancellationToken) ?? await agent.Put(person.Profile, cancellationToken);
            if (view.HasJoined || view.Profile.Email != person.Email) continue;
            var password = Passwords(path)[person.Email];
            var command = new AcceptInvitation
            {
                Token = await agent.Invite(cancellationToken),
                Name = person.Profile.Name,
                PasswordHash = passwords.Hash(password, person.Email),
            };
            await grains.GetGrain<IInvitationsGrain>(PlatformKey.Invitations).Accept(command, cancellationToken);
        }

        if (File.Exists(path)) LogWhere(path);
    }

    private static DemoPerson Person(string id, string name, AgentRole role) =>
        new(id, new AgentProfile { Name = name, Email = $"{id}@demo.example", Role = role, Desks = ["main"] });

    private static async Task<AgentView?> Find(IAgentGrain agent, CancellationToken cancellationToken)
    {
        try
        {
            return await agent.Get(cancellationToken);
        }
        catch (SupportException e) when (e.Code == ProblemCodes.AgentNotFound)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Passwords(string path)
    {
        var lines = People.Select(p => $"{p.Email} {RandomNumberGenerator.GetString(Letters, PasswordLength)}\n");
        OwnerFile.WriteOnce(path, string.Concat(lines));
        return File.ReadAllLines(path).Select(l => l.Split(' ')).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    [LoggerMessage(1, LogLevel.Information, "The demo store's people and their passwords are in {Path}")]
    private partial void LogWhere(string path);
}
