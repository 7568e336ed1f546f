package org.entente.broker.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.TenantQuota;
import org.entente.broker.order.Admission.NoRoom;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.Test;

class QuotaCheckTest {
    private static final Workload MACHINE =
            new Workload.VirtualMachine("cirros", "m1.small", BigDecimal.TWO, new BigDecimal("4"), BigDecimal.TEN);

    @Test
    void hasRoomUpToTheLimitItself() {
        assertThat(QuotaCheck.inAll(quota(2, "4", "8"), machines(2))).isEmpty();
    }

    @Test
    void saysWhichLimitIsPassed() {
        assertThat(code(quota(1, "100", "100"))).isEqualTo("QUOTA_INSTANCES");
        assertThat(code(quota(100, "3.999", "100"))).isEqualTo("QUOTA_VCPU");
        assertThat(code(quota(100, "100", "7.5"))).isEqualTo("QUOTA_MEMORY");
    }

    @Test
    void countsGraphicsProcessorsWhereTheyAreLimited() {
        Workload twoGpus = new Workload.VirtualMachine(
                new OrderedWorkload.VirtualMachine("cirros", "g1.small"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                2);
        Quota three = new Quota(
                9,
                BigDecimal.TEN,
                BigDecimal.TEN,
                Optional.of(new BigDecimal("3")),
                Optional.empty(),
                Optional.empty());

        assertThat(QuotaCheck.inAll(three, List.of(twoGpus))).isEmpty();
        assertThat(QuotaCheck.inAll(three, List.of(twoGpus, twoGpus)))
                .contains(new NoRoom("QUOTA_GPU", "The agreement allows 3 GPU, this would make 4"));
        assertThat(QuotaCheck.inAll(quota(9, "10", "10"), List.of(twoGpus, twoGpus)))
                .as("no limit was agreed")
                .isEmpty();
    }

    @Test
    void saysForWhichTenantTheLimitIs() {
        TenantQuota one = new TenantQuota(1, BigDecimal.TEN, BigDecimal.TEN, Optional.empty());

        assertThat(QuotaCheck.ofTenant(one, new TenantPseudonym("t-1"), machines(2)))
                .contains(new NoRoom(
                        "TENANT_QUOTA_INSTANCES",
                        "For its tenant t-1 the agreement allows 1 instances, this would make 2"));
    }

    private static String code(Quota quota) {
        return QuotaCheck.inAll(quota, machines(2)).map(NoRoom::code).orElse("room");
    }

    private static Quota quota(int instances, String vcpu, String memoryGib) {
        return new Quota(instances, new BigDecimal(vcpu), new BigDecimal(memoryGib));
    }

    private static List<Workload> machines(int count) {
        return Collections.nCopies(count, MACHINE);
    }
}
