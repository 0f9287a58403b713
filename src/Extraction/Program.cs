using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupportPlatform.Extraction;

// SupportPlatform.Extraction FILE NAME PAGES CHARACTERS MEMORY-BYTES SECONDS: writes one JSON document to its output.
if (args.Length != 6) return 2;
var numbers = args[2..].Select(a => long.Parse(a, CultureInfo.InvariantCulture)).ToArray();
var limits = new ExtractionLimits((int)numbers[0], (int)numbers[1], numbers[2], (int)numbers[3]);
Lifeline.Hold(limits.Seconds);
WorkerResult result;
try
{
    result = await FileReader.Read(args[0], args[1], limits);
}
catch (RejectedFileException e)
{
    result = new WorkerResult { Code = e.Code, Message = e.Message };
}
catch (OutOfMemoryException)
{
    result = new WorkerResult { Code = "extraction_memory", Message = "The file needs more memory than is allowed. Split it, or save it in a simpler form." };
}

var json = new WorkerJson(new JsonSerializerOptions(WorkerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
await using var output = Console.OpenStandardOutput();
await JsonSerializer.SerializeAsync(output, result, json.WorkerResult);
return 0;
