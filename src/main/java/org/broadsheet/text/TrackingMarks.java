package org.broadsheet.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Query parameters that tell the publisher where a click came from and never which page is meant.
 *
 * <p>Only names that mean this on every site; what one site alone uses so is known to {@link CanonicalUrl}.
 */
public final class TrackingMarks {
    private static final List<String> PREFIXES = List.of(
            "utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "fb_action_", "ns_", "stm_", "itm_", "oly_", "vero_");

    private static final Set<String> NAMES = Set.of(
            ("fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid ymclid ysclid li_fat_id epik igshid igsh"
                            + " mc_cid mc_eid mkt_tok _ga _gl _ke _kx _openstat _hsenc _hsmi __hssc __hstc __hsfp hsctatracking __s"
                            + " __twitter_impression srsltid wt_mc wt_zmc wtrid wickedid rb_clickid s_cid sc_cid ml_subscriber"
                            + " ml_subscriber_hash guccounter guce_referrer guce_referrer_sig fb_source fb_ref ga_source ga_medium"
                            + " ga_campaign ga_term ga_content trk_contact trk_msg trk_module trk_sid cmpid icid ncid at_campaign at_medium"
                            + " at_link_id at_link_type at_link_origin at_format at_ptr_name at_bbc_team spm sr_share mbid bbeml"
                            + " sms_ss awesm xtor campaign_id asc_campaign asc_refurl asc_source __cft__ __tn__")
                    .split(" "));

    private TrackingMarks() {}

    public static boolean contains(String parameterName) {
        String name = parameterName.toLowerCase(Locale.ROOT);
        return NAMES.contains(name)
                || (name.indexOf('_') > 0 && PREFIXES.stream().anyMatch(name::startsWith));
    }

    /** The address without such parameters, everything else in place and as it was. */
    public static Url removed(Url url) {
        String query = url.query();
        if (query == null) return url;
        StringBuilder kept = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (contains(equals < 0 ? parameter : parameter.substring(0, equals))) continue;
            kept.append(kept.isEmpty() ? "" : "&").append(parameter);
        }
        if (kept.length() == query.length()) return url;
        return url.withQuery(kept.isEmpty() ? null : kept.toString());
    }
}
