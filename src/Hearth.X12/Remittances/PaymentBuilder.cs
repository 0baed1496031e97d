using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Takes the segments of an 835 before its first claim.</summary>
internal sealed class PaymentBuilder(Values values)
{
    private readonly Rest rest = new();
    private readonly List<Reference> references = [];
    private readonly HashSet<uint> taken = []; // what may come once
    private readonly PartyBuilder payer = new(values);
    private readonly PartyBuilder payee = new(values);
    private Payment payment = Payment.None;
    private PartyBuilder? open; // whose segments come now

    public void Open(in Segment st, Origin origin)
    {
        payment = new() { Origin = origin, Place = st.Place };
        open = null;
        taken.Clear();
    }

    public void Take(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Bpr when taken.Add(Tags.Bpr):
                payment = Financial(segment);
                rest.After(16, segment);
                break;
            case Tags.Trn when taken.Add(Tags.Trn):
                payment = payment with
                {
                    TraceNumber = segment.Text(2),
                    PayerId = segment.Text(3),
                    PayerSupplement = Values.MaybeText(segment[4]),
                };
                rest.Unless(segment[1].SequenceEqual("1"u8), segment, 1);
                rest.After(4, segment);
                break;
            case Tags.Cur when segment[1].SequenceEqual("PR"u8) && taken.Add(Tags.Cur):
                payment = payment with { Currency = values.MaybeCode(segment, 2) };
                rest.After(2, segment);
                break;
            case Tags.Dtm when open is null && segment[1].SequenceEqual("405"u8) && taken.Add(Tags.Dtm):
                payment = payment with { ProductionDate = values.Date(segment, 2) };
                rest.After(2, segment);
                break;
            case Tags.Ref when open is null:
                Refer(segment);
                break;
            case Tags.N1 when Begin(segment):
                break;
            case Tags.Rdm when taken.Add(Tags.Rdm):
                payment = payment with { Delivery = new(values.Code(segment, 1), segment.Text(2), segment.Text(3)) };
                rest.After(3, segment);
                break;
            default:
                if (open?.Take(segment, rest) != true)
                {
                    rest.Add(segment);
                }
                break;
        }
    }

    public Payment Build()
    {
        open = null;
        return payment with
        {
            Payer = payer.Build(),
            Payee = payee.Build(),
            References = references.Taken(),
            NotCarried = rest.Take(),
        };
    }

    private bool Begin(in Segment n1)
    {
        var named =
            n1[1].SequenceEqual("PR"u8) ? payer
            : n1[1].SequenceEqual("PE"u8) ? payee
            : null;
        open = named?.Begin(n1, rest) == true ? named : null;
        return open is not null;
    }

    private void Refer(in Segment segment)
    {
        switch (values.Code(segment, 1))
        {
            case "EV" when payment.ReceiverId is null:
                payment = payment with { ReceiverId = segment.Text(2) };
                rest.After(2, segment);
                break;
            case "F2" when payment.Version is null:
                payment = payment with { Version = segment.Text(2) };
                rest.After(2, segment);
                break;
            default:
                references.Add(values.Reference(segment));
                rest.After(3, segment);
                break;
        }
    }

    private Payment Financial(in Segment bpr) =>
        payment with
        {
            HandlingCode = values.Code(bpr, 1),
            AmountCents = Values.Cents(bpr, 2),
            CreditOrDebit = values.Code(bpr, 3),
            Method = values.Code(bpr, 4),
            Format = values.MaybeCode(bpr, 5),
            From = Account(bpr, 6),
            OriginatorId = Values.MaybeText(bpr[10]),
            OriginatorSupplement = Values.MaybeText(bpr[11]),
            To = Account(bpr, 12),
            PaymentDate = values.Date(bpr, 16),
        };

    private BankAccount? Account(in Segment bpr, int first) =>
        bpr[first].IsEmpty && bpr[first + 1].IsEmpty && bpr[first + 2].IsEmpty && bpr[first + 3].IsEmpty
            ? null
            : new(values.Code(bpr, first), bpr.Text(first + 1), values.Code(bpr, first + 2), bpr.Text(first + 3));
}
