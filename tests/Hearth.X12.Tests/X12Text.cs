using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Small X12 files made in a test, and streams that hand them over in crumbs.</summary>
internal static class X12Text
{
    /// <param name="body">Segments between GS and GE, with "*" and "~".</param>
    public static string Interchange(
        string body,
        string kind = "HP",
        int transactions = 1,
        string control = "000000007"
    ) =>
        $"ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *261101*0900*^*00501*{control}*0*P*:~"
        + $"GS*{kind}*PAYER*PROVIDER*20261101*0900*1*X*{Version(body)}~"
        + body.ReplaceLineEndings("")
        + $"GE*{transactions}*1~IEA*1*{control}~";

    // A group is of the version that its transactions name, where they name one.
    private static string Version(string body) =>
        System.Text.RegularExpressions.Regex.Match(body, @"ST\*\d{3}\*[^*~]+\*([^*~]+)~") is { Success: true } named
            ? named.Groups[1].Value
            : "005010X221A1";

    /// <summary>A transaction whose SE counts right.</summary>
    public static string Transaction(string kind, string body, string control = "0001")
    {
        var segments = body.ReplaceLineEndings("");
        return $"ST*{kind}*{control}~{segments}SE*{segments.Count(c => c == '~') + 2}*{control}~";
    }

    /// <summary>A remittance of one reversal and its correction, with lines, claim adjustments and an interest payment.</summary>
    public static string Remittance { get; } =
        Interchange(
            Transaction(
                "835",
                """
                BPR*I*31.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~
                TRN*1*12345*1512345678~
                N1*PR*A PLAN~
                N1*PE*OPEN PORCH*XX*1234567893~
                LX*1~
                CLP*A-1*22*-100*-80.25*-4.75*MC*PAYER1*11*8~
                CAS*CO*45*-15~
                CAS*PR*3*-4.75~
                CLP*A-1*1*100*110.25**MC*PAYER2*11*7~
                SVC*HC:H0038:HQ*60*60.25**4~
                CAS*OA*94*-.25~
                SVC*HC:H0038*40*50**2~
                CAS*CO*45*5**94*-15~
                PLB*1234567893*20261231*L6:CLAIM*-1.5~

                """
            )
        );

    public static Summary Summarize(string text, int chunk = SegmentReader.DefaultChunk) =>
        Summary.Read(new SegmentReader(new MemoryStream(Encoding.Latin1.GetBytes(text)), chunk));

    /// <summary>A summary as text that can be compared: places are left out, as line ends move them.</summary>
    public static string Meaning(Summary s) =>
        string.Join(
            '|',
            [
                $"{s.Interchanges}/{s.Groups}/{s.Transactions}/{s.Claims}/{s.Services}/{s.ChargeCents}/{s.PaidCents}",
                $"{s.BprCents}/{s.PlbCents}/{s.LineChargeCents}/{s.Balanced}",
                .. s.AdjustmentCents.Select(a => $"{a.Key}={a.Value}"),
                .. s.Errors.Concat(s.Warnings).Select(f => $"{f.Place.Ordinal} {f.Segment}{f.Element} {f.Sentence}"),
            ]
        );
}
