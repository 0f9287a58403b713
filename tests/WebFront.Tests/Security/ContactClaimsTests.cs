using System.Text.Json;
using Xunit;

namespace SupportPlatform.Security;

public sealed class ContactClaimsTests
{
    [Fact]
    public void Attributes_OfEachKind_AreTexts()
    {
        var read = ContactClaims.Attributes(Json("""{"plan":"gold","seats":12,"vip":true,"since":null,"more":{"a":1}}"""));

        Assert.Equal(["plan=gold", "seats=12", "vip=true"], read!.Select(a => $"{a.Key}={a.Value}").Order());
    }

    [Fact]
    public void Attributes_TooManyOrTooLong_AreLeftOut()
    {
        var given = Enumerable.Range(0, 30).ToDictionary(i => $"a{i}", i => i == 0 ? new string('x', Limits.AttributeLength + 1) : "x");
        given[new string('n', Limits.AttributeNameLength + 1)] = "x";

        var read = ContactClaims.Attributes(JsonSerializer.SerializeToElement(given));

        Assert.Equal(Limits.ContactAttributes, read!.Count);
        Assert.DoesNotContain("a0", read.Keys);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"gold\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Attributes_OfAnotherKind_AreNone(string claim) => Assert.Null(ContactClaims.Attributes(Json(claim)));

    [Fact]
    public void Attributes_Twice_TakesTheFirst() => Assert.Equal("1", ContactClaims.Attributes(Json("""{"a":1,"a":2}"""))!["a"]);

    [Fact]
    public void Attributes_WithHalfACharacter_AreLeftOut()
    {
        var read = ContactClaims.Attributes(Json("""{"cut":"Mia \ud83d","\ud83d":"x","plan":"gold"}"""));

        Assert.Equal("gold", Assert.Single(read!).Value);
        Assert.Empty(ContactClaims.Orders(Json("""[{"id":"\ud83d"}]""")));
        Assert.Null(Assert.Single(ContactClaims.Orders(Json("""[{"id":"1","url":"https://shop.example/\ud83d"}]"""))).Url);
    }

    [Fact]
    public void Orders_AreReadWithWhatFits()
    {
        var order = Assert.Single(ContactClaims.Orders(Json(
            """[{"id":1042,"status":"shipped","total":"49.90 EUR","at":"2026-11-02T09:00:00Z","url":"https://shop.example/orders/1042"},{"status":"lost"},7]""")));

        Assert.Equal("1042", order.OrderId);
        Assert.Equal("shipped", order.Status);
        Assert.Equal("49.90 EUR", order.Total);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), order.At);
        Assert.Equal("https://shop.example/orders/1042", order.Url);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/orders/1")]
    [InlineData("data:text/html,x")]
    public void Orders_AddressThatIsNoPage_IsLeftOut(string url) =>
        Assert.Null(Assert.Single(ContactClaims.Orders(Json($$"""[{"id":"1","url":"{{url}}"}]"""))).Url);

    [Fact]
    public void Orders_TooMany_AreTheFirst() => Assert.Equal(
        ["0", "1", "2", "3", "4"], ContactClaims.Orders(JsonSerializer.SerializeToElement(Enumerable.Range(0, 9).Select(i => new { id = i }))).Select(o => o.OrderId));

    private static JsonElement? Json(string claim) => JsonDocument.Parse(claim).RootElement;
}
