package org.broadsheet.ingest.dedupe;

import java.util.List;
import java.util.Set;

/** Words that do not tell one story from another. */
final class PlainWords {
    /** Words of three letters and more that hold sentences together; shorter ones are never counted. */
    private static final Set<String> BINDING = words("""
            the and for with from that this these those are was were has have had his her its their they them you your our who
            what when where why how which not but can will would could should may might into over after before about than then
            out off all any more most some such only also just now been being does did says said say amid via per until while
            der die das den dem des ein eine einen einem einer und oder mit von vom zum zur für auf aus bei nach über unter vor
            ist sind war hat haben wird werden wie was wer nicht auch noch nur sich sie ihr ihre sein seine
            les des une dans pour par sur avec sans est sont qui que quoi dont son ses leur leurs aux elle ils pas plus mais
            los las del una uno con por para sin sobre entre como más pero está son sus que
            gli della delle dei degli nel nella con per una uno che non sono come più dal dalla
            uma dos das nos nas com por para não mais como sua seu são
            het een van voor met aan bij uit naar over niet ook maar zijn wordt
            och att det som för med den ett till har inte men
            что как это для при или его она они был была было были нет уже все над под без после
            nie jest się dla jak ale przez pod nad oraz""");

    /** Words by which columns are called that come every day or week, and days and months. */
    private static final Set<String> RECURRING = words("""
            day week weekend month year today tonight yesterday tomorrow morning afternoon evening night daily weekly monthly
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
            october november december news headline headlines brief briefs briefing roundup digest recap wrap bulletin newsletter
            podcast edition episode issue update updates column comment comments opinion opinions editorial editorials editor
            letter letters obituary obituaries crossword sudoku puzzle quiz horoscope horoscopes weather forecast calendar
            agenda events photo photos picture pictures image images video videos gallery links link reading watch open thread
            live blog corrections correction notice classifieds listings quote cartoon market markets report summary diary
            tag woche monat jahr heute gestern morgen abend nacht montag dienstag mittwoch donnerstag freitag samstag sonntag
            nachrichten kurzmeldungen überblick wetter wetterbericht horoskop leserbriefe kommentar meinung bilder bild video
            rätsel kreuzworträtsel termine veranstaltungen newsblog liveticker ticker presseschau
            jour semaine mois aujourdhui matin soir lundi mardi mercredi jeudi vendredi samedi dimanche actualités actualité
            météo horoscope courrier édito éditorial revue presse mots croisés journal
            día semana mes hoy mañana noche lunes martes miércoles jueves viernes sábado domingo noticias titulares tiempo
            horóscopo cartas editorial opinión fotos
            giorno settimana oggi notizie meteo oroscopo lettere dia semana hoje notícias tempo
            день дня неделя недели сегодня новости погода гороскоп утро вечер главное""");

    /** Words after a dash that say what an entry is, not who published it. */
    private static final Set<String> KINDS = words("""
            live video videos photo photos pictures gallery review reviews analysis opinion comment interview interviews report
            reports preview recap update updates watch listen read part day episode season round week chapter volume vol
            explained explainer trailer podcast transcript highlights results result ratings reaction reactions obituary profile
            quiz poll poem essay study hands-on hands official officials sources source police minister president experts expert
            monday tuesday wednesday thursday friday saturday sunday teil folge tag bericht kommentar analyse bilder interview
            partie jour vidéo avis critique parte día crítica análisis vídeo fotos часть видео фото обзор""");

    private PlainWords() {}

    /** Whether a word counts as one that an event can be known by. */
    static boolean counts(Term term) {
        String key = term.key();
        return term.alone() || term.hasDigit() || (key.length() >= shortest(key) && !BINDING.contains(key));
    }

    /** Whether it only holds others together; short words always do. */
    static boolean binds(Term term) {
        return !counts(term);
    }

    static boolean recurs(String key) {
        return RECURRING.contains(key);
    }

    static boolean saysKind(String key) {
        return KINDS.contains(key);
    }

    /** Two letters are a word in scripts without case: Arabic, Hebrew, Korean, Hindi. */
    private static int shortest(String key) {
        return Character.isLowerCase(key.codePointAt(0)) ? 3 : 2;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
