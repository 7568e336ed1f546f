package org.entente.broker.site;

/** Why a site is not as it should be, for machines and for people. */
public record SiteTrouble(String code, String sentence) {
    /** Its account may not do something that we need. */
    public static final String PERMISSION_MISSING = "PERMISSION_MISSING";

    /** Its probe left out something without which nothing can be ordered. */
    public static final String ANSWERS_PARTLY = "ANSWERS_PARTLY";

    /** Its probe took too long. */
    public static final String ANSWERS_SLOWLY = "ANSWERS_SLOWLY";

    /** What stands at its address is neither OpenStack's Keystone nor a Kubernetes API server. */
    public static final String NO_SITE = "NO_SITE";

    static SiteTrouble of(SiteException failed) {
        return new SiteTrouble(failed.code().name(), String.valueOf(failed.getMessage()));
    }

    @Override
    public String toString() {
        return code + ": " + sentence;
    }
}
