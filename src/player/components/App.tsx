import { Asking } from './Asking'
import { Banner } from './Banner'
import { Caption } from './Caption'
import { Closed } from './Closed'
import { usePlayer } from './context'
import { Cover, Resume } from './Cover'
import { Dock } from './Dock'
import { Find } from './Find'
import { End } from './End'
import { CallClock, Header } from './Header'
import { Keys } from './Keys'
import { Announcer } from './Announcer'
import { Outline } from './Outline'
import { Handout, PrintChoice } from './Handout'
import { Quiz } from './quiz/Quiz'
import { Rail } from './Rail'
import { Read } from './Read'
import { Settings } from './Settings'
import { Stage } from './Stage'
import { Support } from './Support'
import { useSwipe } from './use-swipe'
import { WhatIf } from './WhatIf'

/** The player as it stands: one page of three, the rail beside it, and what lies over it. */
export function App() {
  const { player, t, report } = usePlayer()
  const page = player.page.value
  const closed = player.closed.value
  if (closed) return <Closed title={player.module.title} {...{ t, report }} state={closed} session={player.learning.session} />
  return (
    <>
      <div
        class="page"
        data-page={page}
        data-reading={page === 'screen' && player.reading.value && !player.ready.value}
        data-asking={player.playback.asking.value !== null || player.playback.trying.value !== null}
        data-ready={player.ready.value}
      >
        <Rail />
        <Banner />
        {page === 'screen' ? <ScreenPage /> : <main class="main">{page === 'quiz' ? <Quiz /> : <End />}</main>}
      </div>
      <Announcer />
      {player.dialog.value === 'outline' && <Outline />}
      {player.dialog.value === 'keys' && <Keys />}
      {player.dialog.value === 'settings' && <Settings />}
      {player.dialog.value === 'support' && <Support t={t} report={report} close={player.closeDialog} />}
      {player.dialog.value === 'find' && <Find />}
      {player.dialog.value === 'print' && <PrintChoice />}
      {player.paper.value && <Handout paper={player.paper.value} />}
    </>
  )
}

/** A screen may be called like its module; once is enough then. */
const sameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

function ScreenPage() {
  const { player } = usePlayer()
  const { playback, module } = player
  const { title, stage } = playback.screen.value
  const asking = playback.asking.value
  const trying = playback.trying.value
  const now = stage.cases[trying?.chosen ?? -1]
  const ready = player.ready.value
  const swipe = useSwipe((by) => ready || asking || trying || player.step(by))
  if (ready && !player.resumed) {
    return (
      <main class="main">
        <Cover />
      </main>
    )
  }
  const kicker = sameWords(title, module.title) ? '' : module.title
  if (player.reading.value) {
    return (
      <main class="main">
        <Header title={title} kicker={kicker} />
        <Read key={playback.at.value.screen} />
      </main>
    )
  }
  return (
    <main class="main">
      <Header title={title} kicker={kicker}>
        <CallClock />
      </Header>
      <div class="pane" {...swipe}>
        <Stage
          stage={now ?? stage}
          time={now ? playback.caseTime : playback.time}
          label={(now ?? playback.beat.value).description}
          onPress={ready || asking || trying ? undefined : player.toggle}
        />
        {ready ? <Resume /> : asking ? <Asking asking={asking} /> : trying ? <WhatIf /> : <Caption />}
      </div>
      <Dock />
    </main>
  )
}
