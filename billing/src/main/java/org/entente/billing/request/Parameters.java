package org.entente.billing.request;

import java.time.YearMonth;
import java.util.regex.Pattern;
import org.entente.agreements.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Parameters of requests, checked. Each failure names the parameter. */
public final class Parameters {
    /** The most items that one page may hold. */
    public static final int PAGE_SIZE_MAX = 500;

    /** Pages that go further cannot be counted to. */
    private static final int PAGE_MAX = Integer.MAX_VALUE / PAGE_SIZE_MAX;

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Parameters() {}

    /** A billing period, for instance {@code 2026-11}. */
    public static YearMonth period(@Nullable String text) {
        if (text == null) {
            throw invalid("The parameter period is missing; it is a month such as 2026-11");
        }
        if (!MONTH.matcher(text).matches()) {
            throw invalid("The period must be a month such as 2026-11");
        }
        return YearMonth.parse(text);
    }

    /** The key under which a client repeats the same request. */
    public static String idempotencyKey(@Nullable String text) {
        if (text == null || !KEY.matcher(text).matches()) {
            throw invalid("The header Idempotency-Key must have 1 to 64 letters, digits or . _ : -");
        }
        return text;
    }

    /** The number of a page, counted from zero. */
    public static int page(int page) {
        if (page < 0) {
            throw invalid("The parameter page counts from 0");
        }
        if (page > PAGE_MAX) {
            throw invalid("The parameter page is too great: the last that can be asked for is " + PAGE_MAX);
        }
        return page;
    }

    public static int pageSize(int size) {
        if (size < 1 || size > PAGE_SIZE_MAX) {
            throw invalid("The parameter size must be 1 to " + PAGE_SIZE_MAX);
        }
        return size;
    }

    public static ProblemException invalid(String sentence) {
        return new ProblemException(BillingProblem.PARAMETER_INVALID, sentence);
    }
}
