package org.entente.broker.peering;

import static org.entente.broker.Peers.BOREAL;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.broker.KnownAgreements;
import org.entente.broker.Post;
import org.entente.broker.site.FakeSite;

/** What Boreal orders at our sites. */
@ApplicationScoped
public class BorealOrders {
    public static final AgreementId AGREEMENT = new AgreementId("boreal-at-alba");

    private final Post post;
    private final KnownAgreements agreements;
    private final InstantSource clock;

    BorealOrders(Post post, KnownAgreements agreements, InstantSource clock) {
        this.post = post;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** An order of one small machine at each of these sites, good for ten minutes. */
    public OrderPlaced of(SiteId... sites) {
        List<OrderedInstance> instances = new ArrayList<>();
        for (SiteId site : sites) {
            instances.add(new OrderedInstance(
                    new InstanceId(UUID.randomUUID().toString()),
                    "vm-" + instances.size(),
                    site,
                    new OrderedWorkload.VirtualMachine(FakeSite.IMAGE, FakeSite.FLAVOUR)));
        }
        return new OrderPlaced(
                new OrderId(UUID.randomUUID().toString()),
                AGREEMENT,
                clock.instant().plus(Duration.ofMinutes(10)),
                instances);
    }

    /** Boreal hands its order in. The answer is a receipt or a refusal. */
    public DocumentBody handIn(OrderPlaced order, DocumentHash... holds) {
        return post.handIn(
                BOREAL,
                order,
                Stream.concat(Stream.of(agreement()), Arrays.stream(holds)).toArray(DocumentHash[]::new));
    }

    /** What Boreal asks us to hold for two minutes: one small machine at each of these sites. */
    public HoldRequest toHold(SiteId... sites) {
        OrderPlaced order = of(sites);
        return new HoldRequest(
                order.order(),
                AGREEMENT,
                clock.instant().plus(Duration.ofMinutes(2)),
                order.instances(),
                Optional.empty());
    }

    /** Boreal asks for a hold. The answer is a hold or a refusal. */
    public VerifiedDocument<?> ask(HoldRequest request) {
        return post.answerTo(BOREAL, request, agreement());
    }

    /** The order of exactly what was held, good for ten minutes. */
    public OrderPlaced of(HoldRequest held) {
        return new OrderPlaced(
                held.order(), AGREEMENT, clock.instant().plus(Duration.ofMinutes(10)), held.instances(), held.tenant());
    }

    private DocumentHash agreement() {
        return agreements.find(AGREEMENT).orElseThrow().hash();
    }
}
