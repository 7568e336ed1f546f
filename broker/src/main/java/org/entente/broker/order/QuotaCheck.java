package org.entente.broker.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.terms.Ceiling;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.TenantQuota;
import org.entente.broker.order.Admission.NoRoom;
import org.entente.broker.site.Workload;

/**
 * Whether workloads stay within a ceiling. Pure.
 */
final class QuotaCheck {
    private QuotaCheck() {}

    static Optional<NoRoom> inAll(Quota quota, List<Workload> all) {
        return over(quota, all, "QUOTA", "The agreement");
    }

    static Optional<NoRoom> ofTenant(TenantQuota quota, TenantPseudonym tenant, List<Workload> all) {
        return over(quota, all, "TENANT_QUOTA", "For its tenant " + tenant + " the agreement");
    }

    private static Optional<NoRoom> over(Ceiling ceiling, List<Workload> all, String code, String who) {
        if (all.size() > ceiling.instances()) {
            return Optional.of(new NoRoom(
                    code + "_INSTANCES",
                    who + " allows " + ceiling.instances() + " instances, this would make " + all.size()));
        }
        return over(ceiling.vcpu(), sum(all, Workload::vcpu), code + "_VCPU", who, "vCPU")
                .or(() -> over(
                        ceiling.memoryGib(), sum(all, Workload::memoryGib), code + "_MEMORY", who, "GiB of memory"))
                .or(() -> ceiling.gpu()
                        .flatMap(limit -> over(limit, sum(all, QuotaCheck::gpus), code + "_GPU", who, "GPU")));
    }

    private static Optional<NoRoom> over(BigDecimal limit, BigDecimal needed, String code, String who, String what) {
        return needed.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(new NoRoom(
                        code,
                        who + " allows " + limit.toPlainString() + " " + what + ", this would make "
                                + needed.toPlainString()));
    }

    private static BigDecimal gpus(Workload workload) {
        return BigDecimal.valueOf(workload.gpus());
    }

    private static BigDecimal sum(List<Workload> workloads, Function<Workload, BigDecimal> amount) {
        return workloads.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
