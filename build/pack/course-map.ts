import type { Course } from '../../src/model/course'
import type { CourseMap, QuestionMap } from '../../src/model/course-map'
import type { Question } from '../../src/model/quiz'

/** A course without its pictures and words: some kilobytes a module. */
export const courseMap = (course: Course): CourseMap => ({
  ...course,
  modules: course.modules.map(({ id, number, title, minutes, lang, slots, screens, quiz }) => ({
    ...{ id, number, title, minutes, slots },
    ...(lang === undefined ? {} : { lang }),
    screens: screens.map((screen) => ({
      id: screen.id,
      slot: screen.slot,
      beats: screen.beats.map(({ ask }) => ({ ask: ask && { id: ask.id, slot: ask.slot } })),
    })),
    quiz: quiz && { id: quiz.id, draw: quiz.draw, questions: quiz.questions.map(questionMap) },
  })),
})

function questionMap(question: Question): QuestionMap {
  const { id, slot, version } = question
  const counted = { id, slot, version }
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'line':
      return { ...counted, kind: question.kind, right: question.right }
    case 'several':
      return { ...counted, kind: question.kind, right: question.right }
    case 'match':
      return { ...counted, kind: question.kind, right: question.right }
    case 'order':
      return { ...counted, kind: question.kind, items: question.items.map((item) => ({ id: item.id })) }
    case 'number':
      return { ...counted, kind: question.kind, min: question.min, max: question.max }
    case 'text':
      return { ...counted, kind: question.kind, accept: question.accept, exact: question.exact }
  }
}
