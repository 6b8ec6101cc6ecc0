package org.broadsheet.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parameters that are tracking marks on one site and may be content on any other. Kept from sight of their links. */
final class SiteMarks {
    private static final Map<String, Set<String>> BY_SITE = read("""
            aljazeera.com traffic_source
            amazon.com ref ref_ tag linkcode pd_rd_r pd_rd_w pd_rd_wg pf_rd_p pf_rd_r psc qid sr keywords
            apnews.com taid
            bbc.com at_custom1 at_custom2 at_custom3 at_custom4 ocid xtor pinned_post_locator pinned_post_asset_id pinned_post_type
            blogspot.com m
            bloomberg.com srnd sref leadsource embedded-checkout
            cbc.ca cmp
            cnbc.com __source
            cnn.com cid iid sr
            dailymail.co.uk ito
            dw.com maca
            economist.com fsrc etear
            elpais.com ssm
            espn.com src addata
            faz.net gepc
            forbes.com sh ss
            ft.com ftcamp segmentid sharetype
            instagram.com igshid igsh img_index
            lemonde.fr lmd_medium lmd_campaign lmd_creation
            linkedin.com trk trackingid refid lipi
            medium.com source sk gi
            msn.com ocid cvid ei
            nature.com error
            news.google.com oc hl gl ceid
            news.yahoo.com soc_src soc_trk .tsrc
            npr.org ft sc live
            nytimes.com smid smtyp partner emc referringsource unlocked_article_code action module pgtype region rref hp _r te nl campaign_id instance_id segment_id user_id regi_id
            politico.com nname nid nrid nlid
            reddit.com share_id rdt ref ref_source context sh
            reuters.com taid feedtype feedname rpc
            spiegel.de sara_ref
            spotify.com si nd
            substack.com r s triedredirect isfreemail showwelcomeonshare publication_id post_id token
            theguardian.com cmp cmp_bunit cmp_tu
            tiktok.com _r _t is_from_webapp sender_device web_id
            twitter.com s t ref_src ref_url cxt
            washingtonpost.com itid wpisrc wpmm tid pwapi_token
            wikipedia.org wprov
            wsj.com mod st reflink
            youtube.com si feature ab_channel pp app
            zeit.de wt_zmc
            """);

    private SiteMarks() {}

    /**
     * @param host as {@link CanonicalHost} writes it; a site's names hold for the hosts below it
     * @param name in lower case
     */
    static boolean contains(String host, String name) {
        for (String site = host; site.contains("."); site = site.substring(site.indexOf('.') + 1)) {
            if (BY_SITE.getOrDefault(site, Set.of()).contains(name)) return true;
        }
        return false;
    }

    private static Map<String, Set<String>> read(String table) {
        Map<String, Set<String>> marks = new HashMap<>();
        table.lines().forEach(line -> {
            String[] words = line.strip().toLowerCase(Locale.ROOT).split(" +");
            marks.put(words[0], Set.copyOf(Arrays.asList(words).subList(1, words.length)));
        });
        return Map.copyOf(marks);
    }
}
