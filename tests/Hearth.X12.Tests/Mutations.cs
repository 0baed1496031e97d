using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Files with some bytes changed, taken out or doubled, always the same ones.</summary>
internal static class Mutations
{
    private const int Most = 400;

    public static void Try(string text, Action<byte[]> read)
    {
        var random = new Random(20261126);
        for (var i = 0; i < Most; i++)
        {
            var bytes = Encoding.Latin1.GetBytes(text).ToList();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                Change(bytes, random);
            }
            read([.. bytes]);
        }
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] = (byte)"*:^~\n-.0A"[random.Next(9)];
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at - 1));
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                break;
        }
    }
}
