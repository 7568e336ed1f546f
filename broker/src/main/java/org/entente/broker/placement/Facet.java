package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One fact about many sites: its different values, and the code of each site's value. So each value is judged only once. */
final class Facet<T> {
    private final List<T> values;
    private final int[] codes;

    private Facet(List<T> values, int[] codes) {
        this.values = List.copyOf(values);
        this.codes = codes;
    }

    static <S, T> Facet<T> of(List<S> sites, Function<S, T> fact) {
        Map<T, Integer> known = new HashMap<>();
        List<T> values = new ArrayList<>();
        int[] codes = new int[sites.size()];
        for (int site = 0; site < codes.length; site++) {
            T value = fact.apply(sites.get(site));
            Integer code = known.putIfAbsent(value, values.size());
            if (code == null) {
                values.add(value);
            }
            codes[site] = code == null ? values.size() - 1 : code;
        }
        return new Facet<>(values, codes);
    }

    List<T> values() {
        return values;
    }

    T value(int site) {
        return values.get(codes[site]);
    }

    int code(int site) {
        return codes[site];
    }

    /** The judgement of each value, by its code. */
    long[] judged(ToLongFunction<T> judgement) {
        return values.stream().mapToLong(judgement).toArray();
    }
}
