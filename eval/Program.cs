using System.CommandLine;
using SupportPlatform.Eval;
using SupportPlatform.Eval.Sets;

var set = new Argument<string>("SET") { Description = $"One of {string.Join(", ", EvalSets.Names)}." };
var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "The set's folder." };
var endpoint = new Option<Uri>("--endpoint")
{
    Description = "The address of a running silo.",
    DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
    CustomParser = result =>
    {
        if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var address)) return address;
        result.AddError($"{result.Tokens[^1].Value} is no address.");
        return null;
    },
};
var key = new Option<string>("--key") { Description = "An administration key of the silo.", Required = true };
var output = new Option<FileInfo?>("--out") { Description = "Where to write the predictions, as JSON Lines." };
var command = new RootCommand("Measures a running silo with a set of questions, through its public interface alone.") { set, folder, endpoint, key, output };
command.SetAction(async (parsed, cancellationToken) =>
{
    try
    {
        await EvalRun.Run(
            parsed.GetRequiredValue(set), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(endpoint), parsed.GetRequiredValue(key), parsed.GetValue(output), cancellationToken);
        return 0;
    }
    catch (EvalException e)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();
