"""Days as they are written in six languages and in figures; a day of the week is kept as it stands.

Resolved as in English: with a year, or to the nearest such day where the day of publication is known.
"""

from __future__ import annotations

import re
from functools import cache

from onetext.reading.dates import nearest_day
from onetext.reading.records import DayPlace
from onetext.wording.spans import Span

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_ALSO = {
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "fr": "janv fevrier mars avr mai juin juil aout sept oct nov decembre",
    "es": "ene feb mar abr mayo jun jul ago setiembre oct nov dic",
    "ar": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
}
_IN = {
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
}
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "uk": "понеділок понеділка вівторок вівторка середа середу середи четвер четверга п'ятниця п'ятницю п'ятниці "
    "субота суботу суботи неділя неділю неділі",
    "ru": "понедельник понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы "
    "суббота субботу субботы воскресенье воскресенья",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ar": "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
_FIGURES = r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def days_elsewhere(text: str, language: str | None, published: str | None) -> tuple[DayPlace, ...]:
    """The phrases for days in ``text``, in order, each with its YYYY-MM-DD or YYYY-MM where that can be told."""
    known = language if language in _MONTHS else "en"
    plain = text.translate(_DIGITS).replace("’", "'").replace("ʼ", "'")
    found = []
    for match in _pattern(known).finditer(plain):
        day = _day(match, _months(known), published)
        found.append(DayPlace(text[match.start() : match.end()], day, Span(match.start(), match.end())))
    return tuple(found)


def _day(match: re.Match[str], months: dict[str, int], published: str | None) -> str | None:
    group = match.groupdict()
    if group["iso"]:
        return nearest_day(int(group["iso"][:4]), int(group["iso"][5:7]), int(group["iso"][8:]), published)
    if group["m"]:
        return nearest_day(int(group["y"]), int(group["m"]), int(group["d"]), published)
    name = group["month"] or group["month2"]
    if name is None:
        return None
    month = months[re.sub(r"\s+", " ", name.lower())]
    year = group["year"] or group["year2"]
    if group["day"]:
        return nearest_day(int(year) if year else None, month, int(group["day"]), published)
    return f"{year}-{month:02d}" if year else None


@cache
def _months(language: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for names in (_MONTHS, _ALSO, _IN):
        for number, name in enumerate(names.get(language, "").split(), 1):
            found[name.replace("_", " ")] = number
    return found


@cache
def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True)).replace(r"\ ", r"\s")
    weekdays = "|".join(sorted(_WEEKDAYS[language].split(), key=len, reverse=True))
    link = r"\s(?:de\s|del\s)?" if language == "es" else r"\s"
    year = rf"(?:,?{link}(?P<year>\d{{4}}))?"
    other = r"(?:/\w+(?:\s\w+)?)?" if language == "ar" else ""  # both names of the month: "نوفمبر/تشرين الثاني"
    day = rf"(?P<day>\d{{1,2}})(?:er|º|-го)?{link}(?P<month>{months})\b{other}{year}"
    month = rf"(?P<month2>{months}){link}(?P<year2>\d{{4}})"
    return re.compile(rf"(?<!\w)(?:{_FIGURES}|{day}|{month}|(?:{weekdays}))(?!\w)", re.IGNORECASE)
