using SupportPlatform.Bench;
using SupportPlatform.Bench.Load;
using SupportPlatform.Bench.Servers;
using SupportPlatform.Bench.Verbs;

// The verbs, then the roles in which a verb starts this executable again.
var arguments = new Arguments(args);
Func<Arguments, Task>? run = arguments.Verb switch
{
    "relay" => RelayVerb.Run,
    "append" => AppendVerb.Run,
    "calls" => CallsVerb.Run,
    "idle" => IdleVerb.Run,
    "activate" => ActivateVerb.Run,
    "help" => HelpVerb.Run,
    "search" => SearchVerb.Run,
    "conversations" => ConversationsVerb.Run,
    "desk" => DeskVerb.Run,
    "serve-product" => ProductServer.Run,
    "serve-baseline" => BaselineServer.Run,
    "serve-database" => DatabaseServer.Run,
    "write-cold" => ColdConversations.Run,
    "work-append" => AppendVerb.Work,
    "work-calls" => CallsVerb.Work,
    "work-conversations" => ConversationsVerb.Work,
    "work-desk" => DeskVerb.Work,
    "load-relay" => RelayLoad.Run,
    "load-idle" => IdleLoad.Run,
    "load-activate" => ActivateLoad.Run,
    "load-pages" => PageLoad.Run,
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine("""
        Usage: bench VERB [--name value …]
          relay     streamed tokens through SignalR    --streams 250 --rate 80 --warm 4 --window 10
          append    acknowledged messages              --writers 64 --seconds 8
          calls     empty grain calls                  --callers 64 --seconds 5
          idle      open conversations, each followed  --conversations 10000 --posts 200 --seconds 8
          activate  cold conversations                 --rate 200 --events 200 --seconds 8
          help      pages of the help centre           --readers 32 --seconds 6
          search    questions to a store's passages    --passages 100000 --data FOLDER
          conversations  searches over messages        --messages 1000000 --queries 400 --plain 10
          desk      claims of those who wait           --conversations 1000 --agents 200
        """);
    return 2;
}

try
{
    await run(arguments);
    return 0;
}
catch (BenchException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
